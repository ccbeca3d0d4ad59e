import { createQueries } from '../../../ui/queries.ts';
import type { exportsContract } from '../contract.ts';

/** What the pages of exports ask the server. */
export const exportsApi = createQueries<typeof exportsContract>('exports');
