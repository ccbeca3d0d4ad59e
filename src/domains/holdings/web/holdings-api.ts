import type { InferContractRouterOutputs } from '@orpc/contract';
import { createQueries } from '../../../ui/queries.ts';
import type { holdingsContract } from '../contract.ts';

/** What the pages of 首报首谈 ask the server. */
export const holdingsApi = createQueries<typeof holdingsContract>('holdings');

type Outputs = InferContractRouterOutputs<typeof holdingsContract>;
export type FirstReport = Outputs['state'];
export type Holding = FirstReport['holdings'][number];
export type Offer = FirstReport['offers'][number];
export type CheckLine = FirstReport['checks'][number];
export type Cases = Outputs['cases'];
export type Case = Cases['holdings'][number];
export type Explanation = Cases['explanations'][number];
export type Officers = Outputs['officers'];
