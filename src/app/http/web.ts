import { access } from 'node:fs/promises';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ROOT } from '../platform.ts';

/** Where `vite build` leaves the pages. */
const WEB_BUILD = join(ROOT, 'build/web');

/** Serves the built pages: hashed assets for ever, the one page for every address of the web platform. */
export async function webRoutes(app: FastifyInstance): Promise<void> {
  if (!(await access(WEB_BUILD).then(() => true, () => false))) return;
  await app.register(staticFiles, { root: WEB_BUILD, wildcard: false, index: false, preCompressed: true, immutable: true, maxAge: '365d', prefix: '/' });
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || /^\/(api|rpc|assets)\//.test(request.url)) return reply.status(404).send({ code: 'not-found', message: '没有这个地址。' });
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { immutable: false, maxAge: 0 });
  });
}
