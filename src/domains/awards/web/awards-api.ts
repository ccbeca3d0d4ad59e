import type { InferContractRouterOutputs } from '@orpc/contract';
import { createQueries } from '../../../ui/queries.ts';
import type { awardsContract } from '../contract.ts';

/** What the awards' page asks the server. */
export const awardsApi = createQueries<typeof awardsContract>('awards');

export type Award = InferContractRouterOutputs<typeof awardsContract>['due'][number];
export type AwardCase = Award['cases'][number];
