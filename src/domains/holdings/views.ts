import type { InferContractRouterOutputs, InferSchemaOutput } from '@orpc/contract';
import type { holdingsContract } from './contract.ts';

type Contract = typeof holdingsContract;
type Outputs = InferContractRouterOutputs<Contract>;
/** An input as a handler is given it: parsed, defaults filled in. */
type Parsed<K extends keyof Contract> = InferSchemaOutput<NonNullable<Contract[K]['~orpc']['inputSchema']>>;

/** The shapes of the contract, named for the code that makes and takes them. */
export type StateView = Outputs['state'];
export type HoldingView = StateView['holdings'][number];
export type OfferView = StateView['offers'][number];
export type CasesView = Outputs['cases'];
export type CheckAnswer = Outputs['check'];
export type ReceiptView = Outputs['receipt'];
export type CheckInput = Parsed<'check'>;
export type ReleaseInput = Parsed<'release'>;
export type DecideInput = Parsed<'decide'>;
export type OfferInput = Parsed<'offer'>;
export type OfficersView = Outputs['officers'];
export type HandOverInput = Parsed<'handOver'>;
export type AnswerInput = Parsed<'answer'>;
