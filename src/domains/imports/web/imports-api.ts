import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createClient } from '../../../ui/client.ts';
import type { importsContract } from '../contract.ts';

/** What the pages of imports ask the server. */
export const importsApi = createTanstackQueryUtils(createClient<typeof importsContract>('imports'), { path: ['imports'] });
