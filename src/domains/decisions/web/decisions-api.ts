import { createQueries } from '../../../ui/queries.ts';
import type { decisionsContract } from '../contract.ts';

/** What the pages of decisions ask the server. */
export const decisionsApi = createQueries<typeof decisionsContract>('decisions');
