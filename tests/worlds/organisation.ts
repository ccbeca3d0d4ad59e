import fc from 'fast-check';
import type { Day } from '../../src/kernel/day.ts';
import { type Role, roles } from '../../src/domains/accounts/terms.ts';

/** Units of an organisation are named by their place: `u0`, `u1`, … */
export interface RandomUnit {
  readonly under: string | undefined;
  /** As the pack has it. */
  readonly merged: { readonly into: string; readonly day: Day } | undefined;
  /** As it was enacted: then this holds. */
  readonly enacted: { readonly into: string; readonly day: Day } | undefined;
}

/** Somebody with a grant. */
export interface RandomActor {
  readonly role: Role;
  readonly unit: string;
  readonly also: readonly string[];
}

/** A record as it came to stand. Talents that landed count, and are cases of an award. */
export interface RandomRecord {
  readonly kind: 'talent' | 'project';
  readonly number: string;
  readonly unit: string;
  /** Beside the declaring unit, or instead of it. */
  readonly credited: readonly string[];
  readonly landed: boolean;
  readonly sharedWith: readonly string[];
  readonly shareEnded: readonly string[];
  readonly seal: 'none' | 'stands' | 'lifted';
  readonly withdrawn: boolean;
  /** Of a project: the number of its talent. */
  readonly talent: string | undefined;
}

export interface Organisation {
  readonly units: readonly RandomUnit[];
  readonly actors: readonly RandomActor[];
  readonly records: readonly RandomRecord[];
}

const UNITS = 7;
const RECORDS = 8;
const names = Array.from({ length: UNITS }, (_, index) => `u${index}`);
const day = fc.constantFrom('2024-01-01', '2025-11-20', '2025-11-21', '2027-01-01');
const unit = fc.constantFrom(...names);
const units = fc.uniqueArray(unit, { maxLength: 2 });
const few = fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, units);

/** What stands above a unit comes before it, so that the tree is one. */
function above(index: number): fc.Arbitrary<string | undefined> {
  return index === 0 ? fc.constant(undefined) : fc.option(fc.nat(index - 1).map((it) => names[it]!), { nil: undefined, freq: 2 });
}

/** One in four. */
function merger(index: number): fc.Arbitrary<RandomUnit['merged']> {
  const into = unit.filter((it) => it !== names[index]);
  return fc.tuple(fc.nat(3), fc.record({ into, day })).map(([chance, it]) => (chance === 0 ? it : undefined));
}

/** Who sees least, more often than others; who never works with records is in the matrix. */
const near = ['park-officer', 'park-leader', 'township-officer'] as const satisfies Role[];
const business = roles.filter((it) => !it.endsWith('-admin') && it !== 'integration');

function record(index: number): fc.Arbitrary<RandomRecord> {
  return fc.record({
    kind: fc.constantFrom('talent', 'project'),
    number: fc.constant(`N${index}`),
    unit,
    credited: few,
    landed: fc.boolean(),
    sharedWith: units,
    shareEnded: units,
    seal: fc.constantFrom('none', 'none', 'stands', 'stands', 'lifted'),
    withdrawn: fc.integer({ min: 0, max: 5 }).map((it) => it === 0),
    talent: fc.option(fc.nat(RECORDS - 1).map((it) => `N${it}`), { nil: undefined }),
  });
}

export const organisation: fc.Arbitrary<Organisation> = fc.record({
  units: fc.tuple(...names.map((_, index) => fc.record({ under: above(index), merged: merger(index), enacted: merger(index) }))),
  actors: fc.array(fc.record({ role: fc.oneof(fc.constantFrom(...near), fc.constantFrom(...business)), unit, also: few }), { minLength: 3, maxLength: 3 }),
  records: fc.tuple(...Array.from({ length: RECORDS }, (_, index) => record(index))).map(tidied),
});

/** A project's talent is one that there is; what was withdrawn counted nowhere before. */
function tidied(records: readonly RandomRecord[]): RandomRecord[] {
  return records.map((it) => {
    const talent = it.kind === 'project' && records.some((one) => one.number === it.talent && one.kind === 'talent') ? it.talent : undefined;
    return { ...it, talent, landed: it.kind === 'talent' && it.landed && !it.withdrawn, shareEnded: it.shareEnded.filter((one) => !it.sharedWith.includes(one)) };
  });
}
