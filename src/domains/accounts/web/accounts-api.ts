import type { InferContractRouterOutputs } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createClient } from '../../../ui/client.ts';
import type { accountsContract } from '../contract.ts';

/** The accounts' surface, called one by one; `accountsQueries` for reads. */
export const accountsApi = createClient<typeof accountsContract>('accounts');
export const accountsQueries = createTanstackQueryUtils(accountsApi);

type Outputs = InferContractRouterOutputs<typeof accountsContract>;
export type DemoAccount = Outputs['demoAccounts'][number];
