import { createQueries } from '../../../ui/queries.ts';
import type { recordsContract } from '../contract.ts';

/** What the pages of registers and records ask the server. */
export const recordsApi = createQueries<typeof recordsContract>('records');
