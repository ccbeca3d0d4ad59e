import type { InferContractRouterOutputs } from '@orpc/contract';
import type { accountsContract } from '../contract.ts';

/** An account as its managers see it. */
export type Account = InferContractRouterOutputs<typeof accountsContract>['list'][number];
