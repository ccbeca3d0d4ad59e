import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createClient } from '../../../ui/client.ts';
import type { boardContract } from '../contract.ts';

/** What the board's pages ask the server. */
export const boardApi = createTanstackQueryUtils(createClient<typeof boardContract>('board'));
