import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOfToken } from '../../domains/accounts/sessions.ts';
import { COOKIE } from '../../domains/accounts/terms.ts';
import { actorOfToken } from '../../domains/integrations/tokens.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { isUuid } from '../../kernel/text.ts';
import type { SingleSignOn } from '../../domains/accounts/single-sign-on.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Platform } from '../platform.ts';
import { rights } from '../rights.ts';
import { originOf } from './origin.ts';

/** What is the same for every request of a running server. */
export interface Serving {
  readonly platform: Platform;
  readonly demo: boolean;
  /** The city's provider of log-ins, where there is one. */
  readonly singleSignOn?: SingleSignOn | undefined;
  wakeWorker(): void;
}

/** Builds a handler's context: the session is asked for at each request, so a disabled account is out at once. */
export async function contextOf({ platform, demo, singleSignOn, wakeWorker }: Serving, request: FastifyRequest, reply: FastifyReply): Promise<LedgerContext> {
  const https = request.protocol === 'https';
  // Under `__Host-` no other host and no plain http can set it.
  const cookie = https ? `__Host-${COOKIE}` : COOKIE;
  const service = await serviceOf({ platform, demo }, request);
  // Whoever shows a token is what the token says, whatever cookie came along.
  const token = service ? undefined : request.cookies[cookie];
  const id = request.headers['x-request-id'];
  const found = token === undefined ? undefined : await callerOfToken(platform.database, platform.ledger.mechanism.pack, token, { demo, today: platform.clock.today() });
  return {
    database: platform.database,
    ledger: platform.ledger,
    clock: platform.clock,
    rights: service?.rights ?? rights,
    demo,
    actor: service?.actor ?? found?.actor,
    // The address is the socket's, or what a proxy tells that we were told to trust.
    caller: { source: request.ip, origin: originOf(request), session: found?.session, issuer: demo ? undefined : singleSignOn?.issuer },
    request: typeof id === 'string' && isUuid(id) ? id.toLowerCase() : crypto.randomUUID(),
    token,
    setSession: (fresh) => {
      // Plain http serves a city's intranet behind its proxy; `Secure` is set wherever the request came by https.
      const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: https } as const;
      // Who goes leaves nothing in the browser; the cookie goes by itself, for a second tab may be signed in anew by now.
      if (fresh === null) reply.clearCookie(cookie, options).header('clear-site-data', '"cache", "storage"');
      else reply.setCookie(cookie, fresh, options);
    },
    wakeWorker,
  };
}

/** Whom a token in the header stands for: on the plain surface alone, never on our own pages'. @throws Refusal 'signed-out' where it is not good */
async function serviceOf({ platform, demo }: Pick<Serving, 'platform' | 'demo'>, request: FastifyRequest): ReturnType<typeof actorOfToken> {
  const shown = request.headers.authorization;
  if (shown === undefined || !request.url.startsWith('/api/v1/')) return undefined;
  const service = await actorOfToken(platform.database, platform.ledger.mechanism.pack, shown, { rights, demo, today: platform.clock.today() });
  if (!service) throw new Refusal('signed-out', '令牌无效、已过期或已吊销，请联系安全管理员另发一个。');
  return service;
}
