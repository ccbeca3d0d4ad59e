import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { createClient } from '../../../ui/client.ts';
import type { personsContract } from '../../persons/contract.ts';

/** What a record's page asks of the human that it names. */
export const personsApi = createTanstackQueryUtils(createClient<typeof personsContract>('persons'), { path: ['persons'] });

export type PersonCard = InferContractRouterOutputs<typeof personsContract>['card'];
export type PersonField = PersonCard['fields'][number];
