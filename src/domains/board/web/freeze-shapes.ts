import type { InferContractRouterOutputs } from '@orpc/contract';
import type { boardContract } from '../contract.ts';

type Outputs = InferContractRouterOutputs<typeof boardContract>;

export type Freeze = Outputs['freezes'][number];
export type FrozenBoard = Outputs['frozenBoard'];
export type FrozenFigure = FrozenBoard['figures'][number];
