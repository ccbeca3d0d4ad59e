import fc from 'fast-check';
import type { OpenApiDocument } from '../../src/app/http/openapi.ts';
import { fitting, type Known, type Schema } from './from-schema.ts';
import { addressOf, bodyOf, payload, type Route } from './requests.ts';
import type { Sent } from './send.ts';

/** One place of a route that takes text. */
export interface TextInput {
  readonly route: Route;
  /** `path.id`, `query.q`, `body.fields.*`, `body.fields#` (a key), `header.X-Request-Id`. */
  readonly name: string;
  /** A request that fits but for the text that stands there. */
  with(text: string, seed: number): Sent;
}

/** Every place of a route where a text may stand, numbers and choices included: they too arrive as text or may be sent so. */
export function inputsOf(route: Route, document: OpenApiDocument, known: Known): TextInput[] {
  const schemas = document.components.schemas as Readonly<Record<string, Schema>>;
  const content = bodyOf(route);
  const parameters = route.operation.parameters ?? [];
  const of = (kind: string): fc.Arbitrary<Record<string, unknown>> =>
    fc.record(Object.fromEntries(parameters.filter((it) => it.in === kind).map((it) => [it.name, fitting(it.schema, it.name, known, schemas)])), { requiredKeys: parameters.filter((it) => it.in === kind && it.required).map((it) => it.name) });
  const good = fc.record({ path: of('path'), query: of('query'), header: fc.constant({} as Record<string, unknown>), body: content ? fitting(content.schema, '', known, schemas) : fc.constant(undefined) });
  const places = [...parameters.map((it) => [it.in, it.name]), ...(content ? leaves(content.schema, schemas).map((it) => ['body', ...it]) : [])];
  return places.map((place) => ({
    route,
    name: place.join('.'),
    with: (text, seed) => {
      const [sample] = fc.sample(good, { numRuns: 1, seed });
      const { path, query, header, body } = put(sample, place, text) as typeof sample & object;
      const sent = payload(route, body);
      const headers = Object.fromEntries(Object.entries(header).map(([name, it]) => [name, Buffer.from(String(it)).toString('latin1').replace(/[^\x20-\x7e\x80-\xff]/g, ' ')]));
      return { method: route.method, path: `/api/v1${addressOf(route.path, path, query)}`, ...sent, headers: { ...sent.headers, ...headers } };
    },
  }));
}

/** Ways to the leaves of a body: field names, `*` for an item or a value of any key, `#` for the key itself. */
function leaves(schema: Schema, schemas: Readonly<Record<string, Schema>>): string[][] {
  if (schema.$ref !== undefined) return leaves(schemas[schema.$ref.split('/').at(-1)!]!, schemas);
  if (schema.properties) return Object.entries(schema.properties).flatMap(([name, it]) => leaves(it, schemas).map((rest) => [name, ...rest]));
  if (typeof schema.additionalProperties === 'object') return [['#'], ...leaves(schema.additionalProperties, schemas).map((rest) => ['*', ...rest])];
  if (schema.type === 'array' && schema.items) return leaves(schema.items, schemas).map((rest) => ['*', ...rest]);
  return [[]];
}

function put(into: unknown, [step, ...rest]: readonly string[], text: string): unknown {
  if (step === undefined) return text;
  if (step === '#') return { ...(into as object), [text]: '1' };
  if (step !== '*') return { ...(into as object), [step]: put((into as Record<string, unknown> | undefined)?.[step], rest, text) };
  if (Array.isArray(into) || into === undefined) return [put((into as unknown[] | undefined)?.[0], rest, text)];
  const [key = 'name'] = Object.keys(into as object);
  return { ...(into as object), [key]: put((into as Record<string, unknown>)[key], rest, text) };
}
