import type { InferContractRouterOutputs, InferSchemaOutput } from '@orpc/contract';
import type { recordsContract } from './contract.ts';

type Contract = typeof recordsContract;
type Outputs = InferContractRouterOutputs<Contract>;
/** An input as a handler is given it: parsed, defaults filled in. */
type Parsed<K extends keyof Contract> = InferSchemaOutput<NonNullable<Contract[K]['~orpc']['inputSchema']>>;

/** The shapes of the contract, named for the code that makes and takes them. */
export type KindsView = Outputs['kinds'];
export type RegisterView = Outputs['list'];
export type DossierView = Outputs['dossier'];
export type TraceView = Outputs['trace'];
export type RegisterQuery = Parsed<'list'>;
export type VerdictInput = Parsed<'giveVerdict'>;
export type BatchInput = Parsed<'giveVerdicts'>;
export type BatchPreviewInput = Parsed<'previewVerdicts'>;
export type BatchView = Outputs['giveVerdicts'];
export type BatchPreviewView = Outputs['previewVerdicts'];
export type TransferInput = Parsed<'transfer'>;
export type CorrectionInput = Parsed<'correct'>;
export type EnterInput = Parsed<'enter'>;
export type AdvanceInput = Parsed<'advance'>;
export type ProgressInput = Parsed<'progress'>;
export type WithdrawInput = Parsed<'withdraw'>;
