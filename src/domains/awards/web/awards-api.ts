import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { createClient } from '../../../ui/client.ts';
import type { awardsContract } from '../contract.ts';

/** What the awards' page asks the server. */
export const awardsApi = createTanstackQueryUtils(createClient<typeof awardsContract>('awards'));

export type Award = InferContractRouterOutputs<typeof awardsContract>['due'][number];
export type AwardCase = Award['cases'][number];
