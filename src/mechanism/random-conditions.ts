import fc, { type Arbitrary } from 'fast-check';
import type { Condition } from './format/conditions.ts';
import type { FieldType } from './vocabulary.ts';

/** Few values of each type, so that random comparisons meet. */
export const VALUES = {
  types: ['甲', '乙', '丙'], degrees: ['博士', '硕士', '本科'], levels: ['高', '中', '低'],
  money: ['1万元', '2万元', '3万元'], number: [1, 2, 3], day: ['2021-03-01', '2021-06-30', '2022-01-01'], yesNo: [true, false], text: ['a', 'b'],
};

/** Paths of the small vocabulary by kind, with what they are compared with. Steps: how many references are followed. */
interface Path {
  readonly path: string;
  readonly type: FieldType;
  readonly list?: 'types' | 'degrees' | 'levels';
  readonly steps?: 1;
}

const OWN: Record<string, readonly Path[]> = {
  project: [
    { path: 'type', type: 'choice', list: 'types' }, { path: 'led', type: 'yes-no' }, { path: 'planned', type: 'money' }, { path: 'paid', type: 'money' }, { path: 'posts', type: 'number' },
    { path: 'due', type: 'day' }, { path: 'note', type: 'text' }, { path: 'signed', type: 'day' }, { path: 'started', type: 'day' },
    { path: 'talent.degree', type: 'choice', list: 'degrees', steps: 1 }, { path: 'talent.pay', type: 'money', steps: 1 }, { path: 'talent.landed', type: 'day', steps: 1 }, { path: 'platform.high', type: 'yes-no', steps: 1 },
  ],
  talent: [
    { path: 'degree', type: 'choice', list: 'degrees' }, { path: 'level', type: 'choice', list: 'levels' }, { path: 'pay', type: 'money' }, { path: 'months', type: 'number' }, { path: 'landed', type: 'day' },
    { path: 'platform.high', type: 'yes-no', steps: 1 },
  ],
  investment: [
    { path: 'investor', type: 'text' }, { path: 'amount', type: 'money' }, { path: 'private', type: 'yes-no' }, { path: 'arrived', type: 'day' },
    { path: 'project.led', type: 'yes-no', steps: 1 }, { path: 'project.planned', type: 'money', steps: 1 },
  ],
};

/** Lists by the kind that holds them. */
const LISTS: Record<string, readonly { kind: string; by: string }[]> = {
  project: [{ kind: 'investment', by: 'project' }],
  talent: [{ kind: 'project', by: 'talent' }],
  investment: [],
};

const ORDERED = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const;
const DATED = ['onOrBefore', 'before', 'onOrAfter', 'after'] as const;

/** Where a condition stands: the kinds round it, innermost first, and the steps it may still walk from each. */
interface Place {
  readonly kinds: readonly string[];
  readonly steps: readonly number[];
}

function pathsAt({ kinds, steps }: Place): Path[] {
  return kinds.flatMap((kind, outer) => OWN[kind]!.filter((it) => (it.steps ?? 0) <= steps[outer]!).map((it) => ({ ...it, path: 'outer.'.repeat(outer) + it.path })));
}

function literals({ type, list }: Path): readonly (string | number | boolean)[] {
  if (type === 'choice') return VALUES[list!];
  if (type === 'yes-no') return VALUES.yesNo;
  return VALUES[type as 'money' | 'number' | 'day' | 'text'];
}

/** A comparison without `present` and `blank`, which speak of blanks themselves. */
function leaf(place: Place): Arbitrary<Condition> {
  return fc.constantFrom(...pathsAt(place)).chain((left) => {
    const same = pathsAt(place).filter((it) => it.type === left.type);
    const other: Arbitrary<{ field: string } | { param: string }> = fc.oneof(fc.constantFrom(...same.map((it) => ({ field: it.path }))), ...(left.type === 'money' ? [fc.constant({ param: 'limit' })] : []));
    const operand = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...literals(left)) }, { weight: 1, arbitrary: other });
    const names = ['is' as const, ...(['money', 'number', 'day'].includes(left.type) ? ORDERED : []), ...(left.type === 'day' ? DATED : [])];
    const compared = fc.tuple(fc.constantFrom(...names), operand).map(([name, right]) => ({ field: left.path, [name]: right }) as Condition);
    const member = fc.subarray([...literals(left)], { minLength: 1 }).map((words) => ({ field: left.path, in: words }) as Condition);
    const year = fc.constantFrom(...same).map((it) => ({ field: left.path, sameYearAs: { field: it.path } }) as Condition);
    return fc.oneof({ weight: 4, arbitrary: compared }, { weight: 1, arbitrary: member }, ...(left.type === 'day' ? [{ weight: 1, arbitrary: year }] : []));
  });
}

/** Any condition about subjects of a kind. */
export function anyCondition(place: Place, depth: number): Arbitrary<Condition> {
  if (depth === 0) return leaf(place);
  const inner = anyCondition(place, depth - 1);
  const several = fc.array(inner, { minLength: 1, maxLength: 3 });
  const options: Arbitrary<Condition>[] = [leaf(place), several.map((all) => ({ all })), several.map((any) => ({ any })), inner.map((not) => ({ not }))];
  if (place.steps[0]! > 0) {
    for (const list of LISTS[place.kinds[0]!]!) {
      // The list itself is one step, so what is walked from inside it may be one shorter.
      const where = anyCondition({ kinds: [list.kind, ...place.kinds], steps: [place.steps[0]! - 1, ...place.steps] }, depth - 1);
      const some = fc.option(where, { nil: undefined }).map((it) => (it === undefined ? {} : { where: it }));
      options.push(some.map((it) => ({ some: list, ...it })), some.map((it) => ({ none: list, ...it })), where.map((it) => ({ every: list, where: it })));
      options.push(fc.tuple(some, fc.integer({ min: 1, max: 3 })).map(([it, atLeast]) => ({ count: list, ...it, atLeast })));
      if (list.kind === 'investment') options.push(fc.tuple(some, fc.oneof(fc.constantFrom(...VALUES.money), fc.constant({ param: 'limit' }), fc.constant({ field: 'planned' }))).map(([it, atLeast]) => ({ sum: list, of: 'amount', ...it, atLeast })));
    }
  }
  return fc.oneof(...options);
}
