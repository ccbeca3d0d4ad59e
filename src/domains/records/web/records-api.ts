import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createClient } from '../../../ui/client.ts';
import type { recordsContract } from '../contract.ts';

/** What the pages of registers and records ask the server. */
export const recordsApi = createTanstackQueryUtils(createClient<typeof recordsContract>('records'), { path: ['records'] });
