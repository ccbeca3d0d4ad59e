import { describe, expect, it } from 'vitest';
import type { Dossier } from './dossier.ts';
import { mechanismOf, subjects, type Written } from './fixture.ts';
import { creditsOn } from './measure.ts';
import { figure, postingsOf } from './measure-fixture.ts';

const mechanism = mechanismOf(`
parameters:
  - { id: size, label: 规模, type: money, clause: k1, question: 多大, readings: [{ value: 100万元, source: 惯例 }] }
measures:
  - id: offices
    label: 机构
    unit: 家
    clauses: [k2]
    state: { subject: office, opens: opened, closes: closed, where: { field: known, is: true } }
    owners: [{ city: true }, { credited: each }]
    figures: [{ of: city, per: year }, { of: [parks], per: year }]
  - id: signed
    label: 签约
    unit: 个
    clauses: [k1, k2]
    counts:
      - { subject: project, on: signed, to: 2021-12-31, where: { field: planned, atLeast: 50万元 } }
      - { subject: project, on: signed, from: 2022-01-01, where: { field: planned, atLeast: { param: size } } }
    owners: [{ credited: share }, { city: true }]
    figures: [{ of: [parks], per: year }, { of: city, per: year }]
  - id: hosted
    label: 人才落户
    unit: 人
    clauses: [k1]
    counts: [{ subject: talent, on: landed }]
    owners: [{ credited: each }, { city: true }, { reference: platform }]
    figures: [{ of: [parks], per: quarter }, { of: city, per: quarter }, { of: { subjects: platform }, per: year }]
`);
const derived = (written: Written) => postingsOf(mechanism, subjects(mechanism, written));

describe('a6: a standing state is what is open at the end of the window', () => {
  const office = (opened: string | undefined, closed: string | undefined, known?: boolean): Written[string] => ({ kind: 'office', fields: { ...(known !== undefined && { known }) }, milestones: { ...(opened && { opened }), ...(closed && { closed }) }, credits: ['east'] });
  it.each([
    ['open since long', '2015-01-01', undefined, ['1', '1', '1']],
    ['opened on the last day', '2021-12-31', undefined, ['0', '1', '1']],
    ['opened on the first day of the next', '2022-01-01', undefined, ['0', '0', '1']],
    ['closed on the last day', '2015-01-01', '2021-12-31', ['1', '0', '0']],
    ['opened and closed within one year', '2021-02-01', '2021-11-30', ['0', '0', '0']],
    ['opened and closed on one day', '2021-02-01', '2021-02-01', ['0', '0', '0']],
    ['closed before it opened', '2021-02-01', '2020-02-01', ['0', '0', '0']],
    ['closed but never opened', undefined, '2021-02-01', ['0', '0', '0']],
  ])('%s', (_, opened, closed, years) => {
    const found = derived({ o: office(opened, closed, true) });
    for (const owner of ['city', 'east']) expect(['2020', '2021', '2022'].map((year) => figure(mechanism, found, 'offices', owner, year))).toEqual(years);
  });

  it('is in doubt while it is open, and no longer once it closed', () => {
    const found = derived({ o: office('2020-05-01', '2021-05-01') });
    expect(['2020', '2021'].map((year) => figure(mechanism, found, 'offices', 'city', year))).toEqual(['0 ?1', '0']);
  });
});

describe('s3.2: who is credited', () => {
  const transferred: Dossier = {
    ...subjects(mechanism, { p: { kind: 'project', fields: { planned: '100万元' }, milestones: { signed: '2021-06-30' } } })[0]!,
    credits: [{ from: null, parts: [{ unit: 'east', share: '1' }] }, { from: '2021-06-30', parts: [{ unit: 'west', share: '0.6' }, { unit: 'east', share: '0.4' }] }, { from: '2022-01-01', parts: [{ unit: 'west', share: '1' }] }],
  };
  it.each([['2021-06-29', { east: '1' }], ['2021-06-30', { west: '0.6', east: '0.4' }], ['2021-12-31', { west: '0.6', east: '0.4' }], ['2022-01-01', { west: '1' }], ['2030-01-01', { west: '1' }]])('a transfer moves later events only: on %s', (day, shares) => {
    expect(Object.fromEntries(creditsOn(transferred, day).map((it) => [it.unit, it.share]))).toEqual(shares);
  });

  it('the units of the event, on its own day', () => {
    const found = postingsOf(mechanism, [transferred]);
    expect(['east', 'west', 'city'].map((owner) => figure(mechanism, found, 'signed', owner, '2021'))).toEqual(['0.4', '0.6', '1']);
  });

  it('a state stays with the units of its opening day', () => {
    const office: Dossier = {
      ...subjects(mechanism, { o: { kind: 'office', fields: { known: true }, milestones: { opened: '2020-01-01', closed: '2022-01-01' } } })[0]!,
      credits: [{ from: null, parts: [{ unit: 'east', share: '1' }] }, { from: '2021-01-01', parts: [{ unit: 'west', share: '1' }] }],
    };
    const found = postingsOf(mechanism, [office]);
    expect(['2020', '2021', '2022'].map((year) => figure(mechanism, found, 'offices', 'east', year))).toEqual(['1', '1', '0']);
    expect(figure(mechanism, found, 'offices', 'west', '2022')).toBe('0');
  });

  it('a9: each host in full, the city once, the platform that is referred to', () => {
    const found = derived({ f: { kind: 'platform' }, t: { kind: 'talent', milestones: { landed: '2021-05-20' }, references: { platform: 'f' }, credits: ['east', 'west'] } });
    expect(['east', 'west', 'city'].map((owner) => figure(mechanism, found, 'hosted', owner, '2021Q2'))).toEqual(['1', '1', '1']);
    expect(figure(mechanism, found, 'hosted', 'f', '2021')).toBe('1');
  });

  it('a1: nothing for a platform that is not believed, or for none', () => {
    const talent = { kind: 'talent', milestones: { landed: '2021-05-20' } } as const;
    const found = derived({ f: { kind: 'platform', state: 'declared' }, t: { ...talent, references: { platform: 'f' } }, u: talent });
    expect(figure(mechanism, found, 'hosted', 'f', '2021')).toBe('0');
    expect(figure(mechanism, found, 'hosted', 'f', '2021', 'declared')).toBe('1');
  });
});

describe('rules hold from and to a day of the event', () => {
  it.each([['2021-12-31', '50万元', '1'], ['2021-12-31', '49万元', '0'], ['2022-01-01', '50万元', '0'], ['2022-01-01', '100万元', '1']])('signed on %s with %s: %s', (signed, planned, value) => {
    expect(figure(mechanism, derived({ p: { kind: 'project', fields: { planned }, milestones: { signed } } }), 'signed', 'city', signed.slice(0, 4))).toBe(value);
  });
});

describe('standing: what is believed', () => {
  const states = ['declared', 'verified', 'certified', 'certified-upstream', 'returned', 'appealed', 'not-counted'] as const;
  const counted = (entry: (typeof states)[number], signed: (typeof states)[number]) => {
    const found = derived({ p: { kind: 'project', state: entry, fields: { planned: '100万元' }, milestones: { signed: { day: '2021-05-20', state: signed } } } });
    return (['declared', 'certified'] as const).map((standing) => figure(mechanism, found, 'signed', 'city', '2021', standing)).join();
  };
  const EXPECTED = { declared: '1,0', verified: '1,0', certified: '1,1', 'certified-upstream': '1,1', returned: '0,0', appealed: '1,0', 'not-counted': '0,0' };
  it.each(states)('the subject is %s', (state) => {
    expect(counted(state, 'certified')).toBe(EXPECTED[state]);
  });
  it.each(states)('its milestone is %s', (state) => {
    expect(counted('certified', state)).toBe(EXPECTED[state]);
  });
});

it('a posting names its clause and the facts that it stands on', () => {
  const [posting] = derived({ p: { kind: 'project', fields: { planned: '100万元' }, milestones: { signed: '2021-05-20' }, credits: ['east'] } });
  expect(posting).toEqual({ measure: 'signed', owner: 'east', standing: 'declared', day: '2021-05-20', quantity: 100_000_000n, doubt: 0, clause: 'k1', facts: ['p.entry', 'p.signed'] });
});
