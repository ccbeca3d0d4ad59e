import type { InferContractRouterOutputs } from '@orpc/contract';
import { createQueries } from '../../../ui/queries.ts';
import type { personsContract } from '../../persons/contract.ts';

/** What a record's page asks of the human that it names. */
export const personsApi = createQueries<typeof personsContract>('persons');

export type PersonCard = InferContractRouterOutputs<typeof personsContract>['card'];
export type PersonField = PersonCard['fields'][number];
