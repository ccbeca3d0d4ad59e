import type { InferContractRouterOutputs } from '@orpc/contract';
import type { recordsContract } from '../contract.ts';

type Outputs = InferContractRouterOutputs<typeof recordsContract>;

/** What these pages are given, named. */
export type Register = Outputs['list'];
export type Row = Register['rows'][number];
export type Dossier = Outputs['dossier'];
export type Trace = Outputs['trace'];
export type TraceNode = Trace['nodes'][number];
export type Action = Dossier['actions'][number];
export type Field = Dossier['fields'][number];
export type Rule = Dossier['rules'][number];
export type History = Dossier['history'][number];
export type CreditSpan = Dossier['credits'][number];
export type Clause = Rule['clauses'][number];
