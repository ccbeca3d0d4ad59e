import { createQueries } from '../../../ui/queries.ts';
import type { boardContract } from '../contract.ts';

/** What the board's pages ask the server. */
export const boardApi = createQueries<typeof boardContract>('board');
