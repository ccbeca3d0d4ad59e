import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { harden } from './headers.ts';

function server(): FastifyInstance {
  const app = Fastify();
  app.addHook('onSend', harden);
  app.get('/page', async () => 'page');
  app.get('/api/v1/file', async (_, reply) => reply.header('content-security-policy', 'sandbox').send('file'));
  app.get('/api/v1/broken', async () => Promise.reject(new Error('broken')));
  return app;
}

it('allows nothing inline, nothing from elsewhere, no text as markup, and no frame', async () => {
  const { headers } = await server().inject('/page');
  const policy = String(headers['content-security-policy']).split('; ');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy.filter((it) => /unsafe|data:|blob:|https?:|\*/.test(it))).toEqual([]);
  expect(policy.filter((it) => /^(base-uri|frame-ancestors|object-src) /.test(it))).toEqual(["base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'"]);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'same-origin' });
});

it('says so with every answer, also a failed one, and leaves a file its stricter policy', async () => {
  const app = server();
  expect((await app.inject('/api/v1/file')).headers).toMatchObject({ 'content-security-policy': 'sandbox', 'cache-control': 'no-store', 'x-frame-options': 'DENY' });
  for (const path of ['/api/v1/broken', '/none']) expect((await app.inject(path)).headers['content-security-policy']).toContain("default-src 'none'");
});
