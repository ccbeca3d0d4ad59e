import type { InferContractRouterOutputs } from '@orpc/contract';
import { createQueries } from '../../../ui/queries.ts';
import type { auditContract } from '../contract.ts';

/** What the pages of the log ask the server. */
export const auditApi = createQueries<typeof auditContract>('audit');

export type Logged = InferContractRouterOutputs<typeof auditContract>['log']['rows'][number];
