import type { InferContractRouterOutputs } from '@orpc/contract';
import { createClient } from '../../../ui/client.ts';
import { createQueries } from '../../../ui/queries.ts';
import type { accountsContract } from '../contract.ts';

/** The accounts' surface, called one by one; `accountsQueries` for reads. */
export const accountsApi = createClient<typeof accountsContract>('accounts');
export const accountsQueries = createQueries<typeof accountsContract>('accounts');

type Outputs = InferContractRouterOutputs<typeof accountsContract>;
export type DemoAccount = Outputs['demoAccounts'][number];
