import fc, { type Arbitrary } from 'fast-check';
import { decimal, formatDecimal } from '../kernel/decimal.ts';
import { parseMoney } from '../kernel/fen.ts';
import type { Dossier, Value } from './dossier.ts';
import { small } from './fixture.ts';
import { VALUES } from './random-conditions.ts';
import type { Field } from './vocabulary.ts';

/** A few subjects that know of each other, every field filled. */
export type World = readonly Dossier[];

const SHAPE = [
  { id: 'P1', kind: 'project' }, { id: 'P2', kind: 'project' }, { id: 'T1', kind: 'talent' }, { id: 'T2', kind: 'talent' },
  { id: 'F1', kind: 'platform' }, { id: 'I1', kind: 'investment' }, { id: 'I2', kind: 'investment' }, { id: 'I3', kind: 'investment' },
];

function fieldValue({ type, list }: Field): Arbitrary<Value> {
  switch (type) {
    case 'choice':
      return fc.constantFrom(...VALUES[list as 'types' | 'degrees' | 'levels']);
    case 'yes-no':
      return fc.boolean();
    case 'money':
      return fc.constantFrom(...VALUES.money).map((it) => String(parseMoney(it)));
    case 'number':
      return fc.constantFrom(...VALUES.number).map((it) => formatDecimal(decimal(it)));
    case 'day':
      return fc.constantFrom(...VALUES.day);
    default:
      return fc.constantFrom(...VALUES.text);
  }
}

function fieldsOf(kind: string): Arbitrary<Record<string, Value>> {
  return fc.record(Object.fromEntries(Object.entries(small[kind]!.fields).map(([name, field]) => [name, fieldValue(field)])));
}

/** Subjects' fields anew, one set for each subject of the world: what may stand where something is hidden. */
export const filling: Arbitrary<Record<string, Value>[]> = fc.tuple(...SHAPE.map((it) => fieldsOf(it.kind)));

function frameOf({ id, kind }: (typeof SHAPE)[number]): Arbitrary<Omit<Dossier, 'fields'>> {
  const state = fc.constantFrom('certified' as const, 'certified' as const, 'declared' as const);
  const days = fc.record(Object.fromEntries(Object.keys(small[kind]!.milestones).map((name) => [name, fc.record({ day: fc.constantFrom(...VALUES.day), state, fact: fc.constant(`${id}.${name}`), unit: fc.constant('east') })])), { requiredKeys: [] });
  const references = fc.record(Object.fromEntries(Object.entries(small[kind]!.references).map(([role, { to }]) => [role, fc.constantFrom(...SHAPE.filter((it) => it.kind === to).map((it) => it.id))])), { requiredKeys: [] });
  return fc.tuple(state, days, references).map(([entry, milestones, to]) => ({
    id, kind, number: id, unit: 'east', references: to as Record<string, string>, credits: [],
    milestones: { ...(milestones as Dossier['milestones']), entry: { day: null, state: entry, fact: `${id}.entry`, unit: 'east' } },
  }));
}

export const anyWorld: Arbitrary<World> = fc.tuple(fc.tuple(...SHAPE.map(frameOf)), filling).map(([frames, fields]) => frames.map((frame, index) => ({ ...frame, fields: fields[index]! })));

/** Which fields a person left blank: `subject.field`. */
export const hiding: Arbitrary<ReadonlySet<string>> = fc.subarray(SHAPE.flatMap(({ id, kind }) => Object.keys(small[kind]!.fields).map((field) => `${id}.${field}`))).map((it) => new Set(it));

export function hide(world: World, hidden: ReadonlySet<string>): World {
  return world.map((it) => ({ ...it, fields: Object.fromEntries(Object.entries(it.fields).filter(([name]) => !hidden.has(`${it.id}.${name}`))) }));
}

/** The world with other values in the hidden places. */
export function complete(world: World, hidden: ReadonlySet<string>, values: readonly Record<string, Value>[]): World {
  return hide(world, hidden).map((it, index) => ({ ...it, fields: { ...Object.fromEntries(Object.entries(values[index]!).filter(([name]) => hidden.has(`${it.id}.${name}`))), ...it.fields } }));
}
