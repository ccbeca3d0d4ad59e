import type { InferContractRouterOutputs } from '@orpc/contract';
import type { importsContract } from '../contract.ts';

type Outputs = InferContractRouterOutputs<typeof importsContract>;

/** What these pages are given, named. */
export type ImportLine = Outputs['list'][number];
export type Import = Outputs['one'];
export type Match = Import['matches'][number];
export type Report = Import['report'];
export type Rejected = Report['rejected'][number];
export type Change = Report['changes'][number];
