import type { InferContractRouterOutputs } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createClient } from '../../../ui/client.ts';
import type { auditContract } from '../contract.ts';

/** What the pages of the log ask the server. */
export const auditApi = createTanstackQueryUtils(createClient<typeof auditContract>('audit'), { path: ['audit'] });

export type Logged = InferContractRouterOutputs<typeof auditContract>['log']['rows'][number];
