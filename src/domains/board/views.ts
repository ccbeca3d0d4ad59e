import type { InferContractRouterOutputs } from '@orpc/contract';
import type { boardContract } from './contract.ts';

type Outputs = InferContractRouterOutputs<typeof boardContract>;

/** The shapes of the board's answers, named for the code that makes them. */
export type BoardView = Outputs['board'];
export type TaskView = BoardView['tasks'][number];
export type TargetLine = TaskView['lines'][number];
export type WindowView = TargetLine['window'];
export type AdjustmentView = BoardView['adjustments'][number];
export type FigureDetail = Outputs['figure'];
export type ThirtyView = Outputs['thirtyPercent'];
export type ThirtyRow = ThirtyView['city'];
export type FreezeView = Outputs['freezes'][number];
export type FrozenBoard = Outputs['frozenBoard'];
