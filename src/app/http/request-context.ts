import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOfToken } from '../../domains/accounts/sessions.ts';
import { COOKIE } from '../../domains/accounts/terms.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Platform } from '../platform.ts';
import { rights } from '../rights.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What is the same for every request of a running server. */
export interface Serving {
  readonly platform: Platform;
  readonly demo: boolean;
  wakeWorker(): void;
}

/** Builds a handler's context: the session is asked for at each request, so a disabled account is out at once. */
export async function contextOf({ platform, demo, wakeWorker }: Serving, request: FastifyRequest, reply: FastifyReply): Promise<LedgerContext> {
  const token = request.cookies[COOKIE];
  const id = request.headers['x-request-id'];
  return {
    database: platform.database,
    ledger: platform.ledger,
    clock: platform.clock,
    rights,
    demo,
    actor: token === undefined ? undefined : await actorOfToken(platform.database, token, { demo }),
    request: typeof id === 'string' && UUID.test(id) ? id.toLowerCase() : crypto.randomUUID(),
    token,
    setSession: (fresh) => {
      // Plain http serves a city's intranet behind its proxy; `Secure` is set wherever the request came by https.
      const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' } as const;
      if (fresh === null) reply.clearCookie(COOKIE, options);
      else reply.setCookie(COOKIE, fresh, options);
    },
    wakeWorker,
  };
}
