import { Validator } from '@seriousme/openapi-schema-validator';
import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { openapiDocument } from './openapi.ts';
import { buildServer } from './server.ts';

/** No request of these tests comes as far as the database. */
const serving = { platform: {} as never, demo: false, wakeWorker: () => undefined };

async function withServer(work: (app: FastifyInstance) => Promise<void>): Promise<void> {
  const app = await buildServer(serving, 'secret');
  await work(app).finally(() => app.close());
}

/** The plain routes that a server has under the prefix, as the document writes them. */
function plainRoutes(app: FastifyInstance): string[] {
  const lines = app.printRoutes({ commonPrefix: false }).matchAll(/ \/api\/v1(\/\S+) \(([A-Z, ]+)\)/g);
  return [...lines].flatMap(([, path, methods]) => methods!.split(', ').filter((it) => it !== 'HEAD').map((method) => `${method} ${path!.replace(/:(\w+)/g, '{$1}')}`));
}

test('the document is OpenAPI 3.1 by a validator that is not ours', async () => {
  const { openapi, ...rest } = JSON.parse(JSON.stringify(await openapiDocument())) as Record<string, unknown>;
  expect(openapi).toMatch(/^3\.1\./);
  expect(await new Validator().validate({ openapi, ...rest })).toEqual({ valid: true });
});

test('every plain route that is served stands in the document, with a right', async () => {
  const { paths } = await openapiDocument();
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, it]) => [`${method.toUpperCase()} ${path}`, it] as const));
  expect(operations.filter(([, it]) => !/^(public|signed-in|half-signed-in|[\w-]+:[\w-]+)$/.test(it['x-right'])).map(([name]) => name)).toEqual([]);
  await withServer(async (app) => {
    expect(plainRoutes(app)).toContain('GET /openapi.json');
    expect(plainRoutes(app).filter((it) => !operations.some(([name]) => name === it))).toEqual([]);
  });
});

test('every operation of the document is served', async () => {
  const { paths } = await openapiDocument();
  await withServer(async (app) => {
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { 'x-right': right }] of Object.entries(methods)) {
        if (right === 'public') continue;
        const { statusCode } = await app.inject({ method: method as 'GET', url: `/api/v1${path.replace(/\{\w+\}/g, '0')}` });
        expect([statusCode, method, path]).toEqual([401, method, path]);
      }
    }
  });
});

test('a plain route takes the parameters that the document names', async () => {
  const { paths } = await openapiDocument();
  const named = (path: string): (string | boolean)[] => (paths[path]!['get']!.parameters ?? []).flatMap((it) => [it.name, it.required ?? false]);
  expect(named('/audit.csv')).toEqual(['from', 'to', 'account', 'action', 'object', 'before'].flatMap((it) => [it, false]));
  expect(named('/reports/{kind}/report.xlsx')).toEqual(['kind', true, 'window', true]);
});

test('anybody may read it; it names the session and the token, and a refusal has one shape', async () => {
  await withServer(async (app) => {
    const { statusCode, headers, body } = await app.inject('/api/v1/openapi.json');
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    const { components, paths } = JSON.parse(body) as Awaited<ReturnType<typeof openapiDocument>> & { components: { securitySchemes: object } };
    expect(Object.keys(components.securitySchemes)).toEqual(['session', 'token']);
    expect(paths['/board']!['get']).toMatchObject({ 'x-right': 'figures:read', security: [{ session: [] }, { token: [] }], responses: { 401: { $ref: '#/components/responses/Refused401' } } });
    const refused = await app.inject({ method: 'POST', url: '/api/v1/session/login', payload: '{"login":', headers: { 'content-type': 'application/json' } });
    expect([refused.statusCode, JSON.parse(refused.body)]).toEqual([400, { code: 'bad-request', message: '请求的写法不对，请刷新页面后重试。' }]);
  });
});
