import { createQueries } from '../../../ui/queries.ts';
import type { importsContract } from '../contract.ts';

/** What the pages of imports ask the server. */
export const importsApi = createQueries<typeof importsContract>('imports');
