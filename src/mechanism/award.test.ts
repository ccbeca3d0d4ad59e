import { describe, expect, it } from 'vitest';
import type { AwardCase } from './award.ts';
import { mechanismOf, parametersOf, subjects, type Written } from './fixture.ts';
import { derive } from './mechanism.ts';
import { neighbourhoodOf } from './run-cases.ts';

const mechanism = mechanismOf(`
parameters:
  - { id: levels, label: 计入的层次, type: list, list: levels, clause: k1, question: 含哪些, readings: [{ value: [高, 中], source: 惯例 }] }
  - { id: cap, label: 封顶, type: money, clause: k2, question: 封顶多少, readings: [{ value: 200万元, source: 原文 }] }
awards:
  - id: led
    label: 以投带引
    clauses: [k2]
    payee: 投资方
    subject: project
    from: 2021-03-01
    when: { field: type, in: [甲, 乙] }
    each: { kind: investment, by: project, group: investor, dated: arrived, where: { field: private, is: true } }
    amount: { clamp: { rate: 5‰, of: { sum: amount } }, max: { param: cap } }
  - id: bring
    label: 引才
    clauses: [k1]
    payee: 引荐人
    subject: talent
    dated: landed
    when: { field: degree, present: true }
    where: { all: [{ field: months, atLeast: 6 }, { field: level, in: { param: levels } }] }
    amount: { range: { min: 1万元, max: 10万元 } }
`);

function cases(written: Written, decided: { parameter: string; value: string; from: string | null }[] = []): AwardCase[] {
  const dossiers = subjects(mechanism, written);
  return dossiers.flatMap((it) => derive(mechanism, it, neighbourhoodOf(dossiers), parametersOf(mechanism, decided)).cases);
}
/** `led p|甲公司 2021 yes 500000` */
const shown = (it: AwardCase): string => [it.award, it.case, it.year, it.outcome, ...(it.range ? [it.range.min === it.range.max ? it.range.min : `${it.range.min}–${it.range.max}`] : [])].join(' ');

const project: Written[string] = { kind: 'project', fields: { type: '甲' } };
const invested = (investor: string | null, amount: string | null, arrived: string, of: boolean | null = true): Written[string] => ({ kind: 'investment', fields: { investor, amount, private: of }, milestones: { arrived }, references: { project: 'p' } });

describe('t7.2: an award by project and investor', () => {
  it('sums what one investor put into one project in one year', () => {
    expect(cases({ p: project, a: invested('子', '100万元', '2021-04-01'), b: invested('丑', '40万元', '2021-05-01'), c: invested('子', '50万元', '2021-12-31'), d: invested('子', '300万元', '2022-01-01') }).map(shown)).toEqual([
      'led p|子 2021 yes 750000', 'led p|丑 2021 yes 200000', 'led p|子 2022 yes 1500000',
    ]);
  });

  it('leaves out what is certainly not led, and what came before the rule', () => {
    expect(cases({ p: project, a: invested('子', '100万元', '2021-04-01', false), b: invested('子', '100万元', '2021-02-28'), c: invested('子', '10万元', '2021-03-01') }).map(shown)).toEqual(['led p|子 2021 yes 50000']);
  });

  it('has no case for a project of another type, of an unknown type, or not certified', () => {
    const item = invested('子', '100万元', '2021-04-01');
    expect(cases({ p: { kind: 'project', fields: { type: '丙' } }, a: item })).toEqual([]);
    expect(cases({ p: { kind: 'project' }, a: item })).toEqual([]);
    expect(cases({ p: { ...project, state: 'verified' }, a: item })).toEqual([]);
    expect(cases({ p: project, a: { ...item, state: 'declared' } })).toEqual([]);
  });

  it('ranges from what surely counts to what may', () => {
    const [found] = cases({ p: project, a: invested('子', '100万元', '2021-04-01'), b: invested('子', '60万元', '2021-05-01', null) });
    expect([shown(found!), found!.missing]).toEqual(['led p|子 2021 yes 500000–800000', ['社会资本']]);
  });

  it('is unknown where nothing surely counts', () => {
    expect(cases({ p: project, b: invested('子', '60万元', '2021-05-01', null) }).map(shown)).toEqual(['led p|子 2021 unknown 0–300000']);
  });

  it('is bounded by the cap where an amount is blank, and says so', () => {
    const [found] = cases({ p: project, a: invested('子', '100万元', '2021-04-01'), b: invested('子', null, '2021-05-01') });
    expect([shown(found!), found!.missing]).toEqual(['led p|子 2021 yes 0–200000000', ['投资额']]);
  });

  it('passes over an item without the name that it is grouped by', () => {
    expect(cases({ p: project, a: invested(null, '100万元', '2021-04-01') })).toEqual([]);
  });

  it('takes the decision of the last day that the case is dated by', () => {
    const two: Written = { p: project, a: invested('子', '5亿元', '2021-04-01'), b: invested('子', '1元', '2021-09-01') };
    expect(cases(two, [{ parameter: 'cap', value: '150万元', from: '2021-07-01' }]).map(shown)).toEqual(['led p|子 2021 yes 150000000']);
    expect(cases(two, [{ parameter: 'cap', value: '150万元', from: '2021-10-01' }]).map(shown)).toEqual(['led p|子 2021 yes 200000000']);
  });
});

describe('t4.2: an award by subject', () => {
  const talent = (fields: Written[string]['fields']): Written[string] => ({ kind: 'talent', fields: { degree: '博士', ...fields }, milestones: { landed: '2021-05-20' } });

  it.each([
    ['every condition holds', { months: 6, level: '中' }, 'bring t 2021 yes 1000000–10000000', []],
    ['one fails', { months: 5, level: '中' }, 'bring t 2021 no', []],
    ['one fails, another is blank', { months: 5 }, 'bring t 2021 no', []],
    ['one is blank', { months: 6 }, 'bring t 2021 unknown 1000000–10000000', ['层次']],
    ['all are blank', {}, 'bring t 2021 unknown 1000000–10000000', ['在岗月数', '层次']],
  ])('%s', (_, fields, expected, missing) => {
    const [found] = cases({ t: talent(fields) });
    expect([shown(found!), found!.missing]).toEqual([expected, missing]);
  });

  it('is no case where it is not asked for at all', () => {
    expect(cases({ t: { kind: 'talent', fields: { months: 9, level: '高' }, milestones: { landed: '2021-05-20' } } })).toEqual([]);
    expect(cases({ t: { kind: 'talent', fields: { degree: '博士' } } })).toEqual([]);
  });

  it('explains itself: what was asked, what was found, what came of it', () => {
    const [found] = cases({ t: talent({ months: 5, level: '中' }) });
    expect(found!.working).toMatchObject({
      sentence: '1万元至10万元，由评定决定', outcome: 'no',
      parts: [{ sentence: '在岗月数不低于6，且层次属于“计入的层次”', outcome: 'no', parts: [{ sentence: '在岗月数不低于6', found: '5', outcome: 'no' }, { found: '中', outcome: 'yes' }] }],
    });
  });

  it('reads as one sentence', () => {
    expect(mechanism.awards.map((it) => it.sentence)).toEqual([
      '项目，凡类型为“甲”、“乙”之一的，须符合：社会资本为是；金额：投资额合计的5‰，最高“封顶”',
      '人才，凡有学历的，须符合：在岗月数不低于6，且层次属于“计入的层次”；金额：1万元至10万元，由评定决定',
    ]);
  });
});
