import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createClient } from '../../../ui/client.ts';
import type { exportsContract } from '../contract.ts';

/** What the pages of exports ask the server. */
export const exportsApi = createTanstackQueryUtils(createClient<typeof exportsContract>('exports'), { path: ['exports'] });
