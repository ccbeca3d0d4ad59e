import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { beginSignOn, finishSignOn, ownPath } from '../../domains/accounts/sign-on.ts';
import { SingleSignOn } from '../../domains/accounts/single-sign-on.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { statusOf } from './errors.ts';
import { contextOf, type Serving } from './request-context.ts';

const CALLBACK = '/sso/callback';

/**
 * The provider that `TANDEM_OIDC_ISSUER`, `_CLIENT_ID` and `_CLIENT_SECRET` name; undefined where none is.
 * @throws Refusal 'usage' where one of them is missing or not by https, or `TANDEM_ORIGIN` is not set
 */
export function singleSignOnOfEnvironment(env: NodeJS.ProcessEnv = process.env): SingleSignOn | undefined {
  const { TANDEM_OIDC_ISSUER: issuer, TANDEM_OIDC_CLIENT_ID: clientId, TANDEM_OIDC_CLIENT_SECRET: clientSecret, TANDEM_OIDC_ACR: acr } = env;
  if (!issuer && !clientId && !clientSecret) return undefined;
  if (!issuer || !clientId || !clientSecret) throw new Refusal('usage', '统一认证要同时设置 TANDEM_OIDC_ISSUER、TANDEM_OIDC_CLIENT_ID 和 TANDEM_OIDC_CLIENT_SECRET，请补上后再启动。');
  if (URL.parse(issuer)?.protocol !== 'https:') throw new Refusal('usage', 'TANDEM_OIDC_ISSUER 必须是 https 地址，请改正后再启动。');
  if (!env['TANDEM_ORIGIN']) throw new Refusal('usage', '接入统一认证要设置 TANDEM_ORIGIN，即人们打开平台的地址，例如 https://tandem.example.gov.cn。');
  return new SingleSignOn({ issuer, clientId, clientSecret, acr: acr || undefined });
}

/** Log-in by the city's single sign-on: to the provider, back from it, and out of it. Nothing but our own paths is ever led to. */
export function singleSignOnRoutes(app: FastifyInstance, serving: Serving): void {
  const provider = serving.singleSignOn;
  if (!provider || serving.demo) return;
  app.get<{ Querystring: { to?: unknown } }>('/sso/login', async (request, reply) => page(reply, async () => {
    const context = await contextOf(serving, request, reply);
    const { to } = request.query;
    const { url, kept } = await beginSignOn(context, provider, `${originOf(context)}${CALLBACK}`, typeof to === 'string' ? to : undefined);
    // Lax: the browser comes back from another site.
    reply.setCookie(cookieOf(request), kept, { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https', maxAge: 600 });
    return reply.redirect(url, 302);
  }));
  app.get(CALLBACK, async (request, reply) => page(reply, async () => {
    const context = await contextOf(serving, request, reply);
    const kept = request.cookies[cookieOf(request)];
    reply.clearCookie(cookieOf(request), { path: '/' });
    const to = await finishSignOn(context, provider, new URL(request.url, originOf(context)), kept);
    // The session's cookie is strict: only a page of our own leads on with it.
    return send(reply, 200, '正在进入平台…', `<meta http-equiv="refresh" content="0;url=${escaped(ownPath(to))}"><p><a href="${escaped(ownPath(to))}">进入平台</a></p>`);
  }));
  app.get('/sso/logout', async (request, reply) => page(reply, async () => {
    const context = await contextOf(serving, request, reply);
    const url = await provider.endSession(`${originOf(context)}/login`);
    return reply.redirect(url?.href ?? '/login', 302);
  }));
}

function cookieOf(request: FastifyRequest): string {
  return request.protocol === 'https' ? '__Host-tandem_sso' : 'tandem_sso';
}

/** @throws Refusal where nobody said at what address people reach the platform */
function originOf({ caller }: Awaited<ReturnType<typeof contextOf>>): string {
  if (caller?.origin === undefined) throw new Refusal('no-origin', '平台没有设置 TANDEM_ORIGIN，不能使用统一认证。请告诉系统管理员。');
  return caller.origin;
}

/** A refusal as a page: whoever comes from the provider has none of ours open. */
async function page(reply: FastifyReply, work: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const details = error.details.map((it) => `<p><code>${escaped(it)}</code></p>`).join('');
    return send(reply, statusOf(error), '统一认证登录未成', `<p>${escaped(error.message)}</p>${details}<p><a href="/login">回到登录页</a></p>`);
  }
}

function send(reply: FastifyReply, status: number, title: string, body: string): FastifyReply {
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
  return reply.status(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`);
}
