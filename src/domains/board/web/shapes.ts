import type { InferContractRouterOutputs } from '@orpc/contract';
import type { boardContract } from '../contract.ts';

type Outputs = InferContractRouterOutputs<typeof boardContract>;

/** What the board's pages are given, named. */
export type Board = Outputs['board'];
export type Task = Board['tasks'][number];
export type Line = Task['lines'][number];
export type WindowView = Line['window'];
export type Adjustment = Board['adjustments'][number];
export type Deriving = Board['deriving'];
export type Detail = Outputs['figure'];
export type Cell = Detail['breakdown'][number]['cells'][number];
export type Thirty = Outputs['thirtyPercent'];
export type ThirtyRow = Thirty['city'];
export type Clause = Task['clauses'][number];
