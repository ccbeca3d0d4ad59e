import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { createClient } from '../../../ui/client.ts';
import { createQueries } from '../../../ui/queries.ts';
import type { integrationsContract } from '../contract.ts';

export const integrationsApi = createClient<typeof integrationsContract>('integrations');
export const integrationsQueries = createQueries<typeof integrationsContract>('integrations');

type Outputs = InferContractRouterOutputs<typeof integrationsContract>;
export type Tokens = Outputs['tokens'];
export type Token = Tokens['tokens'][number];
export type Webhooks = Outputs['webhooks'];
export type Webhook = Webhooks['webhooks'][number];
export type Message = Outputs['messages'][number];
/** The topics that a webhook can be told of. */
export type Topic = InferContractRouterInputs<typeof integrationsContract>['makeWebhook']['topics'][number];
