import fc from 'fast-check';

/** JSON Schema as far as the platform's OpenAPI document uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** Values that name something that exists, by the name of the parameter or field. */
export type Known = (name: string) => readonly string[];

const words = ['新能源', '示范项目', '泰兴', 'ABC', '2022-05-01', '是', '100', 'O’Brien', '😀', 'İstanbul', 'ﬃ', '‮abc', '%', '_', '\\'];

/** Values that fit a schema, mostly of things that exist. */
export function fitting(schema: Schema, name: string, known: Known, schemas: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  const inside = (it: Schema, as = name): fc.Arbitrary<unknown> => fitting(it, as, known, schemas);
  if (schema.$ref !== undefined) return inside(schemas[schema.$ref.split('/').at(-1)!]!);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return fc.oneof(...variants.map((it) => inside(it)));
  switch (schema.type) {
    case 'string': return text(schema, known(name));
    case 'integer': return number(schema).map(Math.round);
    case 'number': return number(schema);
    case 'boolean': return fc.boolean();
    case 'null': return fc.constant(null);
    case 'array': return fc.array(inside(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3) });
    case 'object': return object(schema, inside, known(name));
    default: return fc.jsonValue();
  }
}

function object(schema: Schema, inside: (it: Schema, as?: string) => fc.Arbitrary<unknown>, keys: readonly string[]): fc.Arbitrary<unknown> {
  const fixed = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, it]) => [name, inside(it, name)]));
  const record = fc.record(fixed, { requiredKeys: [...(schema.required ?? [])] });
  if (typeof schema.additionalProperties !== 'object' || schema.properties) return record;
  const key = keys.length > 0 ? fc.constantFrom(...keys) : fc.constantFrom(...words);
  return fc.dictionary(key, inside(schema.additionalProperties), { maxKeys: 3 });
}

function text({ format, pattern, minLength = 0, maxLength = 60 }: Schema, known: readonly string[]): fc.Arbitrary<string> {
  const exists = known.length > 0 ? [{ arbitrary: fc.constantFrom(...known), weight: 6 }] : [];
  const any = format === 'uuid' ? fc.uuid() : format === 'date' ? day : pattern === '^-?\\d+$' ? fc.bigInt().map(String) : fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength }));
  const rule = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return fc.oneof(...exists, { arbitrary: any.filter((it) => rule?.test(it) ?? true).map((it) => it.slice(0, maxLength).padEnd(minLength, '字')), weight: 1 });
}

const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2024-12-31'), noInvalidDate: true }).map((it) => it.toISOString().slice(0, 10));

function number({ minimum, exclusiveMinimum, maximum }: Schema): fc.Arbitrary<number> {
  const low = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity, -1e15);
  const high = Math.min(maximum ?? Infinity, 1e15);
  return fc.oneof(fc.constantFrom(...[0, 1, 2, 2022, 50, 100].filter((it) => it >= low && it <= high), high), fc.integer({ min: Math.ceil(low), max: Math.floor(high) }));
}

/** What stands where something else is expected. Keys of prototypes come as text, for an object literal would set them. */
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, -0, 2 ** 53, 0.1, '', ' ', '\0', 'a\0b', '\ud800', '\udfff\ud800', '\u202e', '字'.repeat(20_000), [], {}, ['a'], [[]], [null], { $gt: '' }, { toString: 1 }, { length: -1 }),
  fc.constantFrom('NaN', 'Infinity', '1e400', '0x10', 'true', 'null', 'undefined', '[object Object]', '9'.repeat(400), '2022-02-30', '0000-00-00', '99999-01-01', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '00000000-0000-0000-0000-000000000000', 'constructor', '__proto__', 'hasOwnProperty', 'toString', '../../etc/passwd'),
  fc.constantFrom<unknown>(...['{"__proto__":{"role":"talent-office"}}', '{"constructor":{"prototype":{"role":"talent-office"}}}', '{"hasOwnProperty":1}', '{"then":1}', '['.repeat(2000) + ']'.repeat(2000), '{"a":'.repeat(2000) + '1' + '}'.repeat(2000)].map((it) => JSON.parse(it) as unknown)),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A fitting value with one thing about it wrong: a value of another kind, a field too few or too many, text for a list. */
export function nearly(good: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(good) && good.length > 0) return fc.oneof(nasty, fc.constant(JSON.stringify(good)), fc.nat(good.length - 1).chain((at) => nearly(good[at]).map((it) => good.with(at, it))), fc.constant(Array(5000).fill(good[0])));
  if (typeof good !== 'object' || good === null || Object.keys(good).length === 0) return nasty;
  const entries = Object.entries(good);
  const at = fc.nat(entries.length - 1);
  return fc.oneof(
    { weight: 6, arbitrary: at.chain((index) => nearly(entries[index]![1]).map((it) => Object.fromEntries(entries.with(index, [entries[index]![0], it])))) },
    { weight: 1, arbitrary: at.map((index) => Object.fromEntries(entries.toSpliced(index, 1))) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('role', 'unit', 'account', 'state', 'id', 'version', 'certified', 'constructor', 'toString', '<b>'), nasty).map(([key, it]) => ({ ...good, [key]: it })) },
    { weight: 1, arbitrary: nasty },
  );
}
