import type { InferContractRouterOutputs } from '@orpc/contract';
import type { accountsContract } from '../contract.ts';

type Outputs = InferContractRouterOutputs<typeof accountsContract>;

/** An account as its managers see it. */
export type Account = Outputs['list'][number];
/** One's own account. */
export type Me = Outputs['me'];
/** A role that an account holds or held, with what it may do. */
export type Grant = Outputs['grants'][number];
