import { implement } from '@orpc/server';
import type { LedgerContext } from '../../ledger/context.ts';
import { integrationsContract } from './contract.ts';
import { makeToken, readTokens, revokeToken } from './tokens.ts';
import { endWebhook, makeWebhook, readMessages, readWebhooks, resumeWebhook, skipMessage } from './webhooks.ts';

const api = implement(integrationsContract).$context<LedgerContext>();
const DONE = { done: true as const };

export const integrationsHandlers = api.router({
  tokens: api.tokens.handler(({ context }) => readTokens(context)),
  makeToken: api.makeToken.handler(({ input, context }) => makeToken(context, input)),
  revokeToken: api.revokeToken.handler(async ({ input, context }) => {
    await revokeToken(context, input.id);
    return DONE;
  }),
  webhooks: api.webhooks.handler(({ context }) => readWebhooks(context)),
  makeWebhook: api.makeWebhook.handler(({ input, context }) => makeWebhook(context, input)),
  messages: api.messages.handler(({ input, context }) => readMessages(context, input.id)),
  resumeWebhook: api.resumeWebhook.handler(async ({ input, context }) => {
    await resumeWebhook(context, input.id);
    return DONE;
  }),
  skipMessage: api.skipMessage.handler(async ({ input, context }) => {
    await skipMessage(context, input.id, input.message);
    return DONE;
  }),
  endWebhook: api.endWebhook.handler(async ({ input, context }) => {
    await endWebhook(context, input.id);
    return DONE;
  }),
});
