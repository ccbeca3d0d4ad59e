import type { InferContractRouterOutputs } from '@orpc/contract';
import { createQueries } from '../../../ui/queries.ts';
import type { projectsContract } from '../contract.ts';

/** What the sections of a project's page ask the server. */
export const projectsApi = createQueries<typeof projectsContract>('projects');

type Outputs = InferContractRouterOutputs<typeof projectsContract>;
export type FollowUp = Outputs['followUps']['items'][number];
export type FollowUps = Outputs['followUps'];
export type Money = Outputs['money'];
export type AgreedPromise = Outputs['promises']['items'][number];
