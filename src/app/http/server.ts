import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { RPCHandler } from '@orpc/server/fastify';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { LedgerContext } from '../../ledger/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { bodyOf, plainBodyOf, statusOf } from './errors.ts';
import { commandRoutes } from './commands.ts';
import { filesRoutes } from './files.ts';
import { harden } from './headers.ts';
import { healthRoutes } from './health.ts';
import { saidOrigin } from './origin.ts';
import { trustedProxies } from './proxy.ts';
import { singleSignOnRoutes } from './single-sign-on.ts';
import { webRoutes } from './web.ts';
import { openapiRoute } from './openapi.ts';
import { isPlainJson } from './plain-json.ts';
import { router } from './router.ts';
import { contextOf, type Serving } from './request-context.ts';

/** After so long one may try again. */
const BUSY_SECONDS = 30;
/** A request is waited for as long as 20 MB take over the slowest line that an office has. */
const REQUEST_MS = 15 * 60_000;
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * The http server: the surface under `/api/v1` and `/rpc`, files, and the web platform. Not listening yet.
 * @param secret what commands of this machine show
 */
export async function buildServer(serving: Serving, secret: string): Promise<FastifyInstance> {
  saidOrigin();
  const app = Fastify({ logger: false, bodyLimit: 1024 * 1024, requestTimeout: REQUEST_MS, trustProxy: trustedProxies(), genReqId: () => crypto.randomUUID(), frameworkErrors: (error, request, reply) => answerError(error, request, reply) });
  await app.register(cookie);
  app.addHook('onRequest', refuseForeignWrites);
  app.addHook('onSend', harden);
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  healthRoutes(app, serving.platform);
  openapiRoute(app);
  singleSignOnRoutes(app, serving);
  await app.register(async (plain) => {
    await plain.register(multipart, { limits: { files: 10, fileSize: 20 * 1024 * 1024, fields: 10 } });
    filesRoutes(plain, serving);
    commandRoutes(plain, serving, secret);
  });
  await app.register(async (api) => mountApi(api, serving));
  await webRoutes(app);
  return app;
}

/** One router, two handlers: typed calls for our own pages, plain OpenAPI for everyone else. */
function mountApi(api: FastifyInstance, serving: Serving): void {
  // JSON alone, read here under the body limit: the router's own reading knows none, and takes forms and files too.
  const parse = api.getDefaultJsonParser('error', 'error');
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null);
    else if (isPlainJson(String(body))) parse(request, String(body), done);
    else done(Object.assign(new Error('nested too deep, or too many values'), { statusCode: 400 }));
  });
  const handlers = [
    { prefix: '/rpc', handler: new RPCHandler<LedgerContext>(router) },
    { prefix: '/api/v1', handler: new OpenAPIHandler<LedgerContext>(router, { customErrorResponseBodyEncoder: plainBodyOf }) },
  ] as const;
  for (const { prefix, handler } of handlers) {
    api.all(`${prefix}/*`, async (request, reply) => {
      const context = await contextOf(serving, request, reply);
      reply.header('x-request-id', context.request);
      const { matched } = await handler.handle(request, reply, { prefix, context });
      if (!matched) await reply.status(404).send({ code: 'not-found', message: '没有这个接口。' });
    });
  }
}

/** A page of another site may not write in the name of who is signed in here. */
async function refuseForeignWrites(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!WRITES.includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const foreign = (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && URL.parse(origin)?.host !== host);
  if (foreign) await reply.status(403).send({ code: 'foreign-origin', message: '请在本平台的页面上提交。' });
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) {
    if (error.code === 'busy') reply.header('retry-after', BUSY_SECONDS);
    return reply.status(statusOf(error)).send(bodyOf(error));
  }
  const status = (error as { statusCode?: number }).statusCode;
  if (status === 413) return reply.status(413).send({ code: 'too-large', message: '文件太大：每个不超过 20 MB，每次不超过 10 个。' });
  if (status !== undefined && status < 500) return reply.status(status).send({ code: 'bad-request', message: '请求的写法不对，请刷新页面后重试。' });
  // The message may hold data of persons, so only the kind of error and its place are logged.
  console.error(`[${request.id}] ${request.method} ${request.routeOptions.url ?? ''}`, (error as Error).stack?.split('\n').slice(1, 6).join('\n'));
  return reply.status(500).send({ code: 'bug', message: `系统出错了，您填写的内容没有丢失，请稍后重试。如仍不行，请把编号 ${request.id} 告诉管理员。` });
}
