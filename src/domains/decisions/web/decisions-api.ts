import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createClient } from '../../../ui/client.ts';
import type { decisionsContract } from '../contract.ts';

/** What the pages of decisions ask the server. */
export const decisionsApi = createTanstackQueryUtils(createClient<typeof decisionsContract>('decisions'));
