import type { InferContractRouterOutputs } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createClient } from '../../../ui/client.ts';
import type { projectsContract } from '../contract.ts';

/** What the sections of a project's page ask the server. */
export const projectsApi = createTanstackQueryUtils(createClient<typeof projectsContract>('projects'), { path: ['projects'] });

type Outputs = InferContractRouterOutputs<typeof projectsContract>;
export type FollowUp = Outputs['followUps']['items'][number];
export type FollowUps = Outputs['followUps'];
export type AgreedPromise = Outputs['promises']['items'][number];
