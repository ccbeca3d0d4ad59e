import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { dayText, done, named } from '../../kernel/wire.ts';
import { topics } from './terms.ts';

const one = z.object({ id: z.uuid() });
const name = z.string().trim().min(1, '请写明给哪个系统用').max(64).regex(/^\P{Cc}*$/u, '不能含有控制字符');
const labelled = z.object({ id: z.string(), label: z.string() });

const tokenView = z.object({
  id: z.string(),
  account: z.object({ id: z.string(), login: z.string(), name: z.string() }),
  name: z.string(),
  rights: z.array(labelled),
  expiresOn: z.string(),
  madeAt: z.string(),
  usedOn: z.string().nullable(),
  revokedAt: z.string().nullable(),
  state: z.enum(['good', 'expired', 'revoked', 'unusable']),
});

const webhookView = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  topics: z.array(labelled),
  /** `failing`: the first message that waits was tried in vain, and is tried again; `paused`: given up until somebody resumes it. */
  state: z.enum(['delivering', 'failing', 'paused']),
  waiting: z.number(),
  lastError: z.string().nullable(),
  deliveredAt: z.string().nullable(),
});

const messageView = z.object({
  /** As the receiver sees it in `webhook-id`. */
  id: z.string(),
  topic: labelled,
  object: named,
  at: z.string(),
  state: z.enum(['delivered', 'skipped', 'waiting']),
  attempts: z.number(),
  nextAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  lastError: z.string().nullable(),
});

export const integrationsContract = {
  tokens: endpoint.meta({ right: 'tokens:manage' }).route({ method: 'GET', path: '/integrations/tokens', tags: ['integrations'] }).output(z.object({
    /** Accounts that tokens can be made for. */
    accounts: z.array(z.object({ id: z.string(), login: z.string(), name: z.string(), unit: named })),
    /** What the role may do, of which a token gets a part. */
    rights: z.array(labelled),
    tokens: z.array(tokenView),
  })),
  /** The token is null where the request was a repetition: it went out with the first answer only. */
  makeToken: endpoint.meta({ right: 'tokens:manage', stepUp: true }).route({ method: 'POST', path: '/integrations/tokens', tags: ['integrations'] })
    .input(z.object({ account: z.uuid('请选择账号'), name, rights: z.array(z.string().max(64)).min(1, '请至少选择一项权限').max(50), expiresOn: dayText })).output(z.object({ id: z.string(), token: z.string().nullable() })),
  revokeToken: endpoint.meta({ right: 'tokens:manage' }).route({ method: 'POST', path: '/integrations/tokens/{id}/revoke', tags: ['integrations'] }).input(one).output(done),
  webhooks: endpoint.meta({ right: 'webhooks:manage' }).route({ method: 'GET', path: '/integrations/webhooks', tags: ['integrations'] })
    .output(z.object({ /** Hosts that the machine's operator lets messages go to. */ hosts: z.array(z.string()), topics: z.array(labelled), webhooks: z.array(webhookView) })),
  /** The secret is null where the request was a repetition. */
  makeWebhook: endpoint.meta({ right: 'webhooks:manage', stepUp: true }).route({ method: 'POST', path: '/integrations/webhooks', tags: ['integrations'] })
    .input(z.object({ name, url: z.string().min(1, '请填写接收地址').max(500), topics: z.array(z.enum(topics)).min(1, '请至少选择一项') })).output(z.object({ id: z.string(), secret: z.string().nullable() })),
  messages: endpoint.meta({ right: 'webhooks:manage' }).route({ method: 'GET', path: '/integrations/webhooks/{id}/messages', tags: ['integrations'] }).input(one).output(z.array(messageView)),
  /** Tries what waits at once, and begins to count anew. */
  resumeWebhook: endpoint.meta({ right: 'webhooks:manage' }).route({ method: 'POST', path: '/integrations/webhooks/{id}/resume', tags: ['integrations'] }).input(one).output(done),
  /** Gives up the first message that waits, which holds up the others. */
  skipMessage: endpoint.meta({ right: 'webhooks:manage' }).route({ method: 'POST', path: '/integrations/webhooks/{id}/skip', tags: ['integrations'] }).input(one.extend({ message: z.uuid() })).output(done),
  endWebhook: endpoint.meta({ right: 'webhooks:manage' }).route({ method: 'POST', path: '/integrations/webhooks/{id}/end', tags: ['integrations'] }).input(one).output(done),
};
