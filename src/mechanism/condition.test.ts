import { describe, expect, it } from 'vitest';
import { compileCondition } from './condition.ts';
import { mechanismOf, parametersOf, subjects, type Written } from './fixture.ts';
import { type Condition, condition } from './format/conditions.ts';
import { neighbourhoodOf } from './run-cases.ts';

const mechanism = mechanismOf(`
parameters:
  - { id: size, label: 规模, type: money, clause: k1, question: 多大 }
  - { id: kinds, label: 计入的类型, type: list, list: types, clause: k1, question: 哪些 }
`);

/** What is asked of subject `p`. */
function ask(written: Condition, world: Written, decided: { parameter: string; value: string | string[]; from: string | null }[] = []) {
  const format = condition.parse(written);
  const dossiers = subjects(mechanism, world);
  const subject = dossiers.find((it) => it.id === 'p')!;
  const compiled = compileCondition(
    {
      vocabulary: mechanism.vocabulary, parameters: new Map(mechanism.pack.parameters.map((it) => [it.id, it])), lists: mechanism.pack.lists, named: new Map(), kinds: [subject.kind], chain: [], hops: [], usedParameters: new Set(),
      problem: (message) => {
        throw new Error(message);
      },
    },
    format,
  );
  return compiled.explain({ subject }, { standing: 'certified', around: neighbourhoodOf(dossiers), parameters: parametersOf(mechanism, decided), day: '2021-06-30' });
}

const one = (fields: Written[string]['fields'], milestones: Record<string, string> = {}): Written => ({ p: { kind: 'project', fields, milestones } });
const planned = one({ planned: '100万元' });

describe('bounds: 以上 includes its own', () => {
  it.each([
    [{ atLeast: '100万元' }, 'yes'], [{ atLeast: '100.000001万元' }, 'no'], [{ moreThan: '100万元' }, 'no'], [{ moreThan: '99.999999万元' }, 'yes'],
    [{ atMost: '100万元' }, 'yes'], [{ atMost: '99.999999万元' }, 'no'], [{ lessThan: '100万元' }, 'no'], [{ lessThan: '100.000001万元' }, 'yes'], [{ is: '1000000元' }, 'yes'],
  ])('100万元 %j: %s', (comparison, outcome) => {
    expect(ask({ field: 'planned', ...comparison }, planned).outcome).toBe(outcome);
  });

  it.each([
    [{ onOrBefore: '2021-03-05' }, 'yes'], [{ before: '2021-03-05' }, 'no'], [{ onOrAfter: '2021-03-05' }, 'yes'], [{ after: '2021-03-05' }, 'no'],
    [{ onOrBefore: '2021-03-04' }, 'no'], [{ before: '2021-03-06' }, 'yes'], [{ onOrAfter: '2021-03-06' }, 'no'], [{ after: '2021-03-04' }, 'yes'],
  ])('2021-03-05 %j: %s', (comparison, outcome) => {
    expect(ask({ field: 'signed', ...comparison }, one({}, { signed: '2021-03-05' })).outcome).toBe(outcome);
  });

  it.each([['2021-01-01', 'yes'], ['2021-12-31', 'yes'], ['2022-01-01', 'no']])('same year as %s: %s', (started, outcome) => {
    expect(ask({ field: 'signed', sameYearAs: { field: 'started' } }, one({}, { signed: '2021-12-31', started })).outcome).toBe(outcome);
  });
});

describe('a blank', () => {
  it.each([[undefined, 'unknown'], ['yes', 'yes'], ['no', 'no'], ['unknown', 'unknown']] as const)('counts as the pack says (%s): %s', (blank, outcome) => {
    const said = ask({ field: 'type', is: '甲', ...(blank && { blank }) }, one({}));
    expect([said.outcome, said.missing]).toEqual([outcome, outcome === 'unknown' ? ['类型'] : []]);
  });
  it.each([[true, one({ note: '有' }), 'yes'], [true, one({}), 'no'], [false, one({}), 'yes'], [false, one({ note: '有' }), 'no']])('present: %s', (present, world, outcome) => {
    expect(ask({ field: 'note', present }, world).outcome).toBe(outcome);
  });
  it('is no day that did not come, and no subject that is not referred to: those are a plain no', () => {
    expect(ask({ field: 'signed', onOrBefore: '2021-12-31' }, one({})).outcome).toBe('no');
    expect(ask({ field: 'talent.degree', is: '博士' }, one({})).outcome).toBe('no');
  });
  it('stands on the right side too', () => {
    expect(ask({ field: 'planned', atLeast: { field: 'paid' } }, planned)).toMatchObject({ outcome: 'unknown', missing: ['实缴'] });
  });
});

describe('a parameter', () => {
  it('that is open leaves it unknown, and is named', () => {
    expect(ask({ field: 'planned', atLeast: { param: 'size' } }, planned)).toMatchObject({ outcome: 'unknown', missing: ['决定：规模'] });
    expect(ask({ field: 'type', in: { param: 'kinds' } }, one({ type: '甲' }))).toMatchObject({ outcome: 'unknown', missing: ['决定：计入的类型'] });
  });
  it('that is decided decides', () => {
    expect(ask({ field: 'planned', atLeast: { param: 'size' } }, planned, [{ parameter: 'size', value: '100万元', from: null }]).outcome).toBe('yes');
    expect(ask({ field: 'type', in: { param: 'kinds' } }, one({ type: '丙' }), [{ parameter: 'kinds', value: ['甲', '乙'], from: null }]).outcome).toBe('no');
  });
});

const money = (amount: string | null, known: boolean | null = true): Written[string] => ({ kind: 'investment', fields: { amount, private: known }, references: { project: 'p' } });
const list = { kind: 'investment', by: 'project' };
const where: Condition = { field: 'private', is: true };

describe('lists of the subjects that refer to it', () => {
  const world = (...items: Written[string][]): Written => ({ ...one({ planned: '100万元' }), ...Object.fromEntries(items.map((it, index) => [`i${index}`, it])) });
  const yes = money('1万元');
  const no = money('1万元', false);
  const open = money('1万元', null);
  it.each([
    ['some', { some: list, where }, [[[], 'no'], [[no], 'no'], [[no, open], 'unknown'], [[no, open, yes], 'yes']]],
    ['none', { none: list, where }, [[[], 'yes'], [[no], 'yes'], [[no, open], 'unknown'], [[no, open, yes], 'no']]],
    ['every', { every: list, where }, [[[], 'yes'], [[yes], 'yes'], [[yes, open], 'unknown'], [[yes, open, no], 'no']]],
    ['count', { count: list, where, atLeast: 2 }, [[[yes], 'no'], [[yes, no], 'no'], [[yes, open], 'unknown'], [[yes, yes, open], 'yes']]],
    ['sum', { sum: list, of: 'amount', where, atLeast: '2万元' }, [[[yes], 'no'], [[yes, no], 'no'], [[yes, open], 'unknown'], [[yes, money(null)], 'unknown'], [[yes, yes, open], 'yes']]],
    ['some at all', { some: list }, [[[], 'no'], [[no], 'yes']]],
  ] as [string, Condition, [Written[string][], string][]][])('%s', (_, asked, table) => {
    expect(table.map(([items]) => ask(asked, world(...items)).outcome)).toEqual(table.map(([, outcome]) => outcome));
  });

  it('t7.2: a sum may be held against a field of the subject itself', () => {
    const half: Condition = { sum: list, of: 'amount', atLeast: { field: 'planned' } };
    expect([ask(half, world(money('100万元'))).outcome, ask(half, world(money('99万元'))).outcome, ask(half, { p: { kind: 'project' }, i: money('1万元') })]).toMatchObject(['yes', 'no', { outcome: 'unknown', missing: ['总投资'] }]);
  });

  it('a1: outer reads the subject that holds the list', () => {
    const same: Condition = { none: { kind: 'project', by: 'talent' }, where: { all: [{ field: 'platform', is: { field: 'outer.platform' } }, { field: 'signed', sameYearAs: { field: 'outer.landed' } }] } };
    const startup = (platform: string, signed: string): Written => ({
      f: { kind: 'platform' }, g: { kind: 'platform' }, p: { kind: 'talent', references: { platform: 'f' }, milestones: { landed: '2021-05-20' } },
      s: { kind: 'project', references: { talent: 'p', platform }, milestones: { signed } },
    });
    expect([startup('f', '2021-12-31'), startup('f', '2022-01-01'), startup('g', '2021-12-31')].map((it) => ask(same, it).outcome)).toEqual(['no', 'yes', 'yes']);
  });

  it('passes over what is not believed', () => {
    expect(ask({ some: list }, { ...planned, i: { ...money('1万元'), state: 'declared' } }).outcome).toBe('no');
  });
});

it.each([
  [{ field: 'type', in: ['甲', '乙'] }, '类型为“甲”、“乙”之一'],
  [{ field: 'planned', atLeast: '1亿元' }, '总投资不低于1亿元'],
  [{ not: { field: 'led', is: true } }, '不属于：领办为是'],
  [{ all: [{ field: 'talent.degree', is: '博士' }, { any: [{ field: 'due', after: '2021-01-01' }, { field: 'note', present: false }] }] }, '人才的学历为“博士”，且（到期日晚于2021-01-01，或没有备注）'],
  [{ count: list, where, atLeast: 2 }, '以其为项目的投资（社会资本为是）不少于2个'],
  [{ sum: list, of: 'amount', atLeast: '2万元' }, '以其为项目的投资的投资额合计不低于2万元'],
] as [Condition, string][])('reads as a sentence', (asked, sentence) => {
  expect(ask(asked, planned).sentence).toBe(sentence);
});
