import type { InferContractRouterOutputs } from '@orpc/contract';
import { createQueries } from '../../../ui/queries.ts';
import type { personsContract } from '../contract.ts';

/** What the pages of personal data ask the server. */
export const personsApi = createQueries<typeof personsContract>('persons');

export type PersonRequest = InferContractRouterOutputs<typeof personsContract>['requests'][number];
