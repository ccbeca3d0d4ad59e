import type { InferContractRouterOutputs, InferSchemaOutput } from '@orpc/contract';
import type { deskContract, deskQuery } from './contract.ts';

type Outputs = InferContractRouterOutputs<typeof deskContract>;

export type DeskView = Outputs['list'];
export type ReportView = Outputs['report'];
export type PaperView = Outputs['papers'][number];
export type DeskQuery = InferSchemaOutput<typeof deskQuery>;
