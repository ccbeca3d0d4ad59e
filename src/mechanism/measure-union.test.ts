import { describe, expect, it } from 'vitest';
import { mechanismOf, subjects, type Written } from './fixture.ts';
import { figure, postingsOf } from './measure-fixture.ts';

const mechanism = mechanismOf(`
parameters:
  - { id: size, label: 规模, type: money, clause: k1, question: 多大 }
measures:
  - id: year
    label: 签约或开工
    unit: 个
    clauses: [k1]
    counts: [{ subject: project, on: [signed, started], where: { field: type, is: 甲 } }]
    unionPer: year
    owners: [{ credited: share }, { city: true }]
    figures: [{ of: [parks], per: year }, { of: city, per: year }]
  - id: led
    label: 其中领办
    unit: 个
    clauses: [k1]
    counts: [{ subject: project, on: [signed, started], where: { all: [{ field: type, is: 甲 }, { field: led, is: true }] } }]
    unionPer: year
    owners: [{ credited: share }, { city: true }]
    figures: [{ of: [parks], per: year }, { of: city, per: year }]
  - id: ratio
    label: 占比
    unit: "%"
    clauses: [k1]
    ratio: { of: led, over: year, places: 4 }
    figures: [{ of: [parks], per: year }, { of: city, per: year }]
  - id: half
    label: 半年签约或开工
    unit: 个
    clauses: [k1]
    counts: [{ subject: project, on: [signed, started], where: { field: planned, atLeast: { param: size } } }]
    unionPer: half
    owners: [{ city: true }]
    figures: [{ of: city, per: half }]
  - id: late
    label: 七月起的签约或开工
    unit: 个
    clauses: [k1]
    counts: [{ subject: project, on: [signed, started], from: 2021-07-01 }]
    owners: [{ city: true }]
    figures: [{ of: city, per: year }]
`);

const project = (signed: string | undefined, started: string | undefined, fields: Record<string, string | boolean> = { type: '甲', led: true }, credits: string[] | Record<string, number> = ['east']): Written[string] =>
  ({ kind: 'project', fields, milestones: { ...(signed && { signed }), ...(started && { started }) }, credits });
const postings = (written: Written, decisions: Parameters<typeof postingsOf>[2] = []) => postingsOf(mechanism, subjects(mechanism, written), decisions);

describe('s3.2: a union takes the earliest in each of its windows', () => {
  it.each([
    ['signed and started in one year', '2021-03-05', '2021-09-01', ['1', '0'], ['2021-03-05']],
    ['started before it was signed', '2021-09-01', '2021-03-05', ['1', '0'], ['2021-03-05']],
    ['signed in one year, started in the next', '2021-12-31', '2022-01-01', ['1', '1'], ['2021-12-31', '2022-01-01']],
    ['signed and started on one day', '2021-06-30', '2021-06-30', ['1', '0'], ['2021-06-30']],
    ['signed only', '2021-01-01', undefined, ['1', '0'], ['2021-01-01']],
    ['started only', undefined, '2022-12-31', ['0', '1'], ['2022-12-31']],
    ['neither', undefined, undefined, ['0', '0'], []],
  ])('%s', (_, signed, started, years, days) => {
    const found = postings({ p: project(signed, started) });
    expect([figure(mechanism, found, 'year', 'city', '2021'), figure(mechanism, found, 'year', 'city', '2022')]).toEqual(years);
    expect(found.filter((it) => it.measure === 'year' && it.owner === 'city' && it.standing === 'certified').map((it) => it.day)).toEqual(days);
  });

  it('shares of partners add up exactly, and the city counts the project once', () => {
    const found = postings({ a: project('2021-01-01', '2021-02-01', undefined, { east: 0.6, west: 0.4 }), b: project('2021-05-01', undefined, undefined, { east: 0.7, west: 0.3 }) });
    expect(['east', 'west', 'city'].map((owner) => figure(mechanism, found, 'year', owner, '2021'))).toEqual(['1.3', '0.7', '2']);
  });

  it('a quotient is taken when read, and is nothing where nothing was counted', () => {
    const found = postings({ a: project('2021-01-01', undefined), b: project('2021-02-01', undefined, { type: '甲', led: false }), c: project('2021-03-01', '2022-03-01', { type: '甲', led: false }) });
    expect(['2020', '2021', '2022'].map((year) => figure(mechanism, found, 'ratio', 'city', year))).toEqual(['–', '0.3333', '0']);
    expect(figure(mechanism, found, 'ratio', 'west', '2021')).toBe('–');
  });

  it('the quotient is in doubt where one of its figures is', () => {
    const found = postings({ a: project('2021-01-01', undefined), b: project('2021-02-01', undefined, { type: '甲' }), c: project('2021-03-01', undefined, { led: true }) });
    expect(['year', 'led', 'ratio'].map((id) => figure(mechanism, found, id, 'city', '2021'))).toEqual(['2 ?1', '1 ?2', '0.5 ?3']);
  });
});

describe('s3.2: what decides is the day of each event', () => {
  it('half-years are windows of their own', () => {
    const found = postings({ p: project('2021-06-30', '2021-07-01', { planned: '5万元' }), q: project('2021-01-01', '2021-06-30', { planned: '5万元' }) }, [{ parameter: 'size', value: '5万元', from: null }]);
    expect([figure(mechanism, found, 'half', 'city', '2021H1'), figure(mechanism, found, 'half', 'city', '2021H2')]).toEqual(['2', '1']);
  });

  it('of two events in a window the one that the decision of its day lets in is taken', () => {
    const found = postings({ p: project('2021-01-10', '2021-03-10', { planned: '5万元' }) }, [{ parameter: 'size', value: '9万元', from: null }, { parameter: 'size', value: '5万元', from: '2021-03-01' }]);
    expect(found.filter((it) => it.measure === 'half' && it.standing === 'certified').map((it) => it.day)).toEqual(['2021-03-10']);
  });

  it('a sure event beats an earlier one in doubt', () => {
    const found = postings({ p: project('2021-01-10', '2021-03-10', { planned: '5万元' }) }, [{ parameter: 'size', value: '5万元', from: '2021-03-01' }]);
    expect(figure(mechanism, found, 'half', 'city', '2021H1')).toBe('1');
  });

  it('where none is sure the earliest stands in doubt, once', () => {
    const found = postings({ p: project('2021-01-10', '2021-03-10', { planned: '5万元' }) });
    expect(figure(mechanism, found, 'half', 'city', '2021H1')).toBe('0 ?1');
  });

  it('a rule that begins in July passes over what came before, not over what comes after it', () => {
    const found = postings({ a: project('2021-06-30', undefined), b: project('2021-07-01', undefined), c: project('2021-06-30', '2021-08-01') });
    expect(figure(mechanism, found, 'late', 'city', '2021')).toBe('2');
  });
});
