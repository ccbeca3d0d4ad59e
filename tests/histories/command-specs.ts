import fc from 'fast-check';
import { day } from './days.ts';
import { type Credit, nameOf } from './model/acts.ts';
import type { Spec } from './model/statements.ts';

type Values = fc.Arbitrary<string | boolean>;

/** What histories say of a kind: how many subjects, which fields, milestones and references. */
interface Kind {
  readonly count: number;
  readonly fields: Readonly<Record<string, Values>>;
  readonly milestones: readonly string[];
  readonly references: Readonly<Record<string, string>>;
  /** Credit is divided between units, or whole for each. */
  readonly divided: boolean;
}

const words = (...list: string[]): Values => fc.constantFrom(...list);
const money = (...list: string[]): Values => fc.constantFrom(...list.map((it) => `${it}000000`), '123456789', '299999999');

const kinds: Record<string, Kind> = {
  project: {
    count: 4,
    fields: { type: words('人才创业项目', '人才创业项目', '产业项目'), agreement: words('正式协议', '正式协议', '框架协议'), talentLed: fc.boolean(), paidIn: money('100', '300', '499', '500') },
    milestones: ['signed', 'registered', 'started', 'inProduction'],
    references: { talent: 'talent', platform: 'platform', activity: 'activity' },
    divided: true,
  },
  talent: {
    count: 2,
    fields: { degree: words('博士', '博士', '硕士'), planLevel: words('国家级', '国家级', '省级', '市级'), introducer: words('6f9619ff-8b86-4d01-b42d-00cf4fc964ff') },
    milestones: ['introduced', 'landed', 'selected'],
    references: { platform: 'platform' },
    divided: true,
  },
  activity: { count: 2, fields: { type: words('项目路演', '项目路演', '产学研对接', '专题培训') }, milestones: ['held'], references: {}, divided: false },
  platform: { count: 2, fields: { highEnd: fc.boolean() }, milestones: [], references: {}, divided: false },
  investment: {
    count: 4,
    fields: { investor: words('甲基金', '乙基金'), nature: words('社会资本', '社会资本', '财政资金'), amount: money('150', '200', '300', '400'), investmentLed: fc.constantFrom(true, true, false) },
    milestones: ['arrived'],
    references: { project: 'project' },
    divided: false,
  },
  agency: { count: 2, fields: { wellKnown: fc.boolean() }, milestones: ['opened', 'closed'], references: {}, divided: false },
};

const numberOf = (kind: string, index: number): string => `${kind[0]!.toUpperCase()}${index}`;
/** There in `often` of `often + rarely` cases. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, often: number, rarely = 1): fc.Arbitrary<T | undefined> => fc.oneof({ withCrossShrink: true }, { weight: rarely, arbitrary: fc.constant(undefined) }, { weight: often, arbitrary });

/** An object of those keys that came to something. */
function some<T>(parts: Readonly<Record<string, fc.Arbitrary<T | undefined>>>): fc.Arbitrary<Record<string, T>> {
  return (fc.record(parts) as fc.Arbitrary<Record<string, T | undefined>>).map((all) => Object.fromEntries(Object.entries(all).filter((it): it is [string, T] => it[1] !== undefined)));
}

const speaker = fc.constantFrom('office', 'east');
const unit = fc.constantFrom('east', 'west', 'south', 'north', 'oldtown', 'office');
const shares = [[1_000_000], [1_000_000], [600_000, 400_000], [500_000, 500_000], [333_333, 333_333, 333_334]];
/** Of these the last is refused. */
const allShares = [...shares, ...shares, ...shares, ...shares, [700_000, 200_000]];

function credits(divided: boolean, from = shares): fc.Arbitrary<Credit[]> {
  return fc.tuple(fc.uniqueArray(unit, { minLength: 3, maxLength: 3 }), fc.constantFrom(...from)).map(([units, parts]) => parts.map((it, index) => ({ unit: units[index]!, millionths: divided ? it : 1_000_000 })));
}

function byName<T>(names: readonly string[], make: (name: string) => T): Record<string, T> {
  return Object.fromEntries(names.map((it) => [it, make(it)]));
}

function entryOf({ fields, references, divided }: Kind, from = shares): fc.Arbitrary<NonNullable<Spec['entry']>> {
  return fc.record({
    fields: some(byName(Object.keys(fields), (it) => maybe(fields[it]!, 8))),
    references: some(byName(Object.keys(references), (role) => maybe(fc.nat(kinds[references[role]!]!.count - 1).map((it) => nameOf({ kind: references[role]!, number: numberOf(references[role]!, it) })), 8))),
    credits: credits(divided, from),
  });
}

/** Anything that may be said of one subject of a kind. */
function specOf(kind: string): fc.Arbitrary<Spec> {
  const it = kinds[kind]!;
  const verdict = fc.record({
    act: fc.constantFrom('certify', 'certify', 'certify', 'certify-upstream', 'declare', 'verify', 'return', 'appeal', 'not-count'),
    milestones: fc.oneof({ weight: 3, arbitrary: fc.constant<'all'>('all') }, { weight: 2, arbitrary: fc.uniqueArray(fc.constantFrom('entry', ...it.milestones), { minLength: 1, maxLength: 2 }) }),
  });
  return some<unknown>({
    number: fc.nat(it.count - 1).map((index) => numberOf(kind, index)),
    unit: speaker,
    entry: maybe(entryOf(it, allShares), 1),
    days: maybe(some(byName(it.milestones, () => maybe(fc.oneof({ weight: 6, arbitrary: day }, { weight: 1, arbitrary: fc.constant(null) }), 1))), 1),
    transfer: maybe(fc.record({ from: day, credits: credits(it.divided, allShares) }), 1, 5),
    verdict: maybe(verdict, 3),
    withdrawn: maybe(fc.constant(true), 1, 12),
  }).map((spec) => ({ kind, ...spec }) as unknown as Spec);
}

/** A subject entered whole, mostly certified: what a history begins with. */
function wholeOf(kind: string, index: number): fc.Arbitrary<Spec> {
  const it = kinds[kind]!;
  return some<unknown>({
    unit: speaker,
    entry: entryOf(it),
    days: some(byName(it.milestones, () => maybe(day, 5))),
    verdict: maybe(fc.constant({ act: 'certify', milestones: 'all' }), 8),
  }).map((spec) => ({ kind, number: numberOf(kind, index), ...spec }) as unknown as Spec);
}

/** Up to some statements, each of another subject. */
export function specs(maxLength: number): fc.Arbitrary<Spec[]> {
  const one = fc.oneof({ weight: 5, arbitrary: specOf('project') }, { weight: 3, arbitrary: specOf('talent') }, ...['activity', 'platform', 'investment', 'agency'].map((kind) => ({ weight: 2, arbitrary: specOf(kind) })));
  return fc.uniqueArray(one, { minLength: 1, maxLength, selector: nameOf });
}

/** Most of all subjects, entered at once. */
export const opening: fc.Arbitrary<Spec[]> = fc
  .tuple(...Object.entries(kinds).flatMap(([kind, { count }]) => Array.from({ length: count }, (_, index) => maybe(wholeOf(kind, index), 6))))
  .map((all) => all.filter((it) => it !== undefined));
