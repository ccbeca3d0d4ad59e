import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { createClient } from '../../../ui/client.ts';
import type { personsContract } from '../contract.ts';

/** What the pages of personal data ask the server. */
export const personsApi = createTanstackQueryUtils(createClient<typeof personsContract>('persons'), { path: ['persons'] });

export type PersonRequest = InferContractRouterOutputs<typeof personsContract>['requests'][number];
