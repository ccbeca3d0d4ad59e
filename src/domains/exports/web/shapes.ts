import type { InferContractRouterOutputs } from '@orpc/contract';
import type { exportsContract } from '../contract.ts';

type Outputs = InferContractRouterOutputs<typeof exportsContract>;

/** What these pages are given, named. */
export type Export = Outputs['one'];
export type Layout = Outputs['layouts'][number];
