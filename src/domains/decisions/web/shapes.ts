import type { InferContractRouterOutputs } from '@orpc/contract';
import type { decisionsContract } from '../contract.ts';

type Outputs = InferContractRouterOutputs<typeof decisionsContract>;

/** What the pages of decisions are given, named. */
export type Question = Outputs['list'][number];
export type OpenedQuestion = Outputs['one']['question'];
export type Decision = Outputs['one']['decision'];
export type Detail = Outputs['one'];
export type Preview = NonNullable<Detail['preview']>;
export type MeasureChange = Preview['measures'][number];
export type FigureChange = NonNullable<MeasureChange['figures'][number]['certified']>;
export type AwardChange = Preview['awards'][number];
