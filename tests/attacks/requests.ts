import fc from 'fast-check';
import type { OpenApiDocument } from '../../src/app/http/openapi.ts';
import type { Operation } from '../../src/app/http/openapi-plain.ts';
import { fitting, type Known, nearly, type Schema } from './from-schema.ts';
import type { Sent } from './send.ts';

/** A place of the document. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

export function routesOf(document: OpenApiDocument): Route[] {
  return Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })));
}

/** The first schema of a route's body, and how it is sent. */
export function bodyOf({ operation }: Route): { type: string; schema: Schema } | undefined {
  const [first] = Object.entries(operation.requestBody?.content ?? {});
  return first && { type: first[0], schema: first[1].schema as Schema };
}

/** Requests to one route: a third that fit its schema, a third that nearly do, a third that are odd all over. */
export function requestsTo(route: Route, document: OpenApiDocument, known: Known): fc.Arbitrary<Sent> {
  const schemas = document.components.schemas as Readonly<Record<string, Schema>>;
  const parameters = (route.operation.parameters ?? []).filter((it) => it.in !== 'header');
  const good = fc.record({
    path: fc.record(Object.fromEntries(parameters.filter((it) => it.in === 'path').map((it) => [it.name, fitting(it.schema, it.name, known, schemas)]))),
    query: fc.record(Object.fromEntries(parameters.filter((it) => it.in === 'query').map((it) => [it.name, fitting(it.schema, it.name, known, schemas)])), { requiredKeys: parameters.filter((it) => it.required).map((it) => it.name).filter((it) => parameters.some((one) => one.name === it && one.in === 'query')) }),
    body: body(route, known, schemas),
  });
  const near = good.chain(({ path, query, body: content }) => fc.oneof(
    ...(parameters.some((it) => it.in === 'path') ? [nearly(path).map((it) => ({ path: asObject(it), query, body: content }))] : []),
    ...(parameters.some((it) => it.in === 'query') ? [nearly(query).map((it) => ({ path, query: asObject(it), body: content }))] : []),
    ...(content === undefined ? [] : [{ arbitrary: nearly(content).map((it) => ({ path, query, body: it })), weight: 4 }]),
    fc.constant({ path, query, body: content }),
  ));
  const sent = (arbitrary: typeof near): fc.Arbitrary<Sent> => arbitrary.map((it) => ({ method: route.method, path: `/api/v1${addressOf(route.path, asObject(it.path), asObject(it.query))}`, ...payload(route, it.body) }));
  return fc.oneof(sent(good), sent(near), fc.tuple(sent(near), odd).map(([it, change]) => change(it)));
}

function body(route: Route, known: Known, schemas: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  const found = bodyOf(route);
  return found === undefined ? fc.constant(undefined) : fitting(found.schema, '', known, schemas);
}

export function addressOf(path: string, values: Readonly<Record<string, unknown>>, query: Readonly<Record<string, unknown>>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(values[name] ?? ''));
  const pairs = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled;
}

/** As a browser would write it; what has no UTF-8 stands as a broken escape. */
function encoded(value: unknown): string {
  const text = (typeof value === 'string' ? value : JSON.stringify(value) ?? '').slice(0, 300);
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80';
}

/** JSON, or a form with the fields of the body in it. */
export function payload(route: Route, content: unknown): Pick<Sent, 'headers' | 'body'> {
  if (content === undefined) return {};
  if (bodyOf(route)?.type !== 'multipart/form-data') return { headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(content) ?? '') };
  const parts = Object.entries(asObject(content)).flatMap(([name, value]) => (Array.isArray(value) ? value.slice(0, 20) : [value]).map((it) => [name, it] as const));
  const text = parts.map(([name, it]) => `--lines\r\ncontent-disposition: form-data; name="${name}"${/^files?$/.test(name) ? '; filename="a.csv"' : ''}\r\n\r\n${String(it === null || typeof it !== 'object' ? it : JSON.stringify(it)).slice(0, 100_000)}\r\n`).join('');
  return { headers: { 'content-type': 'multipart/form-data; boundary=lines' }, body: Buffer.from(`${text}--lines--\r\n`) };
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/form-data; boundary=x', 'text/event-stream', 'application/octet-stream', 'application/json; charset=utf-16', 'application/xml', 'application/json\t; x', 'APPLICATION/JSON', '*/*', 'garbage'];
const cookies = ['tandem_session=', 'tandem_session=undefined', `tandem_session=${'a'.repeat(43)}`, `tandem_session=${'a'.repeat(5_000)}`, "tandem_session=' or 1=1--", 'tandem_session=%00', 'tandem_session=a; tandem_session=b', '__proto__=1', '=;;=,'];
const tails = ['%2f', '%2F..%2F', '/..;/', '/.', '/../accounts', '%5c..', '%00', '%', '%zz', '?a[__proto__][b]=1&a[0]=1', '?year=2022&year=2023', '?year[]=2022', ';jsessionid=1', '//', '/%2e%2e/%2e%2e/local/commands/sql', '?'.repeat(50), '%e2%80%ae'];
const bodies = ['', '{', '[]', 'null', '"a"', '1e999', '{"a":1}}', '\ufeff{}', '{"version":1e999}', '{"a":"\\ud800"}', `{"a":"${'a'.repeat(1_200_000)}"}`, 'id=1&__proto__[a]=1', '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--', '--x\r\n\r\n', '['.repeat(400_000) + ']'.repeat(400_000), `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`];

/** Changes to a request that no schema speaks of. */
const odd: fc.Arbitrary<(sent: Sent) => Sent> = fc.oneof(
  fc.constantFrom(...types).map((type) => (it: Sent) => ({ ...it, headers: { ...it.headers, 'content-type': type } })),
  fc.constantFrom(...cookies).map((cookie) => (it: Sent) => ({ ...it, headers: { ...it.headers, cookie } })),
  fc.constantFrom(...tails).map((tail) => (it: Sent) => ({ ...it, path: it.path + tail })),
  fc.constantFrom(...tails.filter((it) => !it.includes('?'))).map((tail) => (it: Sent) => ({ ...it, path: it.path.replace(/^\/api\/v1\//, (start) => `${start}${tail}/`) })),
  fc.constantFrom(...bodies).map((text) => (it: Sent) => (it.method === 'GET' ? it : { ...it, body: Buffer.from(text) })),
  fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE').map((method) => (it: Sent) => ({ ...it, method })),
  fc.constantFrom('garbage', '', '../../x', crypto.randomUUID().toUpperCase()).map((id) => (it: Sent) => ({ ...it, headers: { ...it.headers, 'x-request-id': id } })),
  fc.constantFrom('http://evil.example', 'null', 'x', 'http://[', 'http://127.0.0.1:1').map((origin) => (it: Sent) => ({ ...it, headers: { ...it.headers, origin } })),
  fc.constantFrom({ 'x-http-method-override': 'DELETE' }, { 'x-original-url': '/api/v1/accounts' }, { 'x-forwarded-for': "127.0.0.1', 1" }, { authorization: 'Bearer ' }, { authorization: `Bearer ${'a'.repeat(3_000)}` }, { 'content-encoding': 'gzip' }, { 'accept-language': '../../' }, { 'content-disposition': 'attachment; filename="../a"' })
    .map((more) => (it: Sent) => ({ ...it, headers: { ...it.headers, ...(more as Record<string, string>) } })),
);
