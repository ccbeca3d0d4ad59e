import type { InferContractRouterOutputs } from '@orpc/contract';
import type { decisionsContract } from './contract.ts';

type Outputs = InferContractRouterOutputs<typeof decisionsContract>;

/** The shapes of the answers, named for the code that makes them. */
export type QuestionsView = Outputs['list'];
export type QuestionView = Outputs['one']['question'];
export type DecisionView = Outputs['one']['decision'];
export type DetailView = Outputs['one'];
export type PreviewView = NonNullable<Outputs['one']['preview']>;
export type MeasureChange = PreviewView['measures'][number];
