import type { InferContractRouterOutputs } from '@orpc/contract';
import { createClient } from '../../../ui/client.ts';
import { createQueries } from '../../../ui/queries.ts';
import type { projectsContract } from '../../projects/contract.ts';
import type { dayContract } from '../contract.ts';

export const dayQueries = createQueries<typeof dayContract>('day');
/** Mentions are kept with the follow-ups. */
export const projectsApi = createClient<typeof projectsContract>('projects');
export type DayRow = InferContractRouterOutputs<typeof dayContract>['today']['rows'][number];
