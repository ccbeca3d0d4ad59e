import { describe, expect, it } from 'vitest';
import { Parameters, parseParameterValue } from './parameters.ts';

const declared = [
  { id: 'size', label: '规模', type: 'money', clause: 'k1', question: '多大', readings: [{ value: '100万元', source: '惯例' }, { value: '200万元', from: '2022-01-01', source: '新惯例' }] },
  { id: 'open', label: '未定', type: 'number', clause: 'k1', question: '几个', readings: [] },
] as const;
const parameters = (...decisions: [value: string, from: string | null][]): Parameters =>
  new Parameters(declared.map((it) => ({ ...it, readings: [...it.readings] })), decisions.map(([value, from], index) => ({ parameter: 'size', value, from, document: `第${index + 1}号` })));

describe('s3.4: what holds on a day', () => {
  it.each([['2021-12-31', '100万元', '惯例'], ['2022-01-01', '200万元', '新惯例'], ['1999-01-01', '100万元', '惯例']])('without a decision the latest reading: %s', (day, written, source) => {
    expect(parameters().at('size', day)).toMatchObject({ written, source, decided: false });
  });

  it.each([
    ['2021-02-28', '100万元', false], ['2021-03-01', '500万元', true], ['2021-06-30', '500万元', true], ['2021-07-01', '800万元', true],
    // Also after the newer reading: a decision beats any reading.
    ['2022-06-01', '800万元', true],
  ])('the latest decision in force, whatever the readings: %s', (day, written, decided) => {
    expect(parameters(['800万元', '2021-07-01'], ['500万元', '2021-03-01']).at('size', day)).toMatchObject({ written, decided });
  });

  it('of two decisions for one day the one approved later', () => {
    expect(parameters(['500万元', '2021-03-01'], ['600万元', '2021-03-01']).at('size', '2021-03-01')).toMatchObject({ written: '600万元', source: '第2号' });
  });

  it('a decision from the start holds always, until a dated one', () => {
    const held = parameters(['300万元', null], ['400万元', '2021-03-01']);
    expect(['1990-01-01', '2021-03-01'].map((day) => held.at('size', day)?.written)).toEqual(['300万元', '400万元']);
  });

  it('is open where neither stands, and nothing where it is not declared', () => {
    expect([parameters().at('open', '2021-01-01'), parameters().at('none', '2021-01-01')]).toEqual([undefined, undefined]);
  });

  it('is open where the decision does not fit the type: a bad value never counts', () => {
    expect(parameters(['很大', null]).at('size', '2021-01-01')).toBeUndefined();
  });
});

it.each([
  ['money', '800万元', 800_000_000n], ['money', 800, undefined], ['money', '800', undefined],
  ['rate', '5‰', { numerator: 5n, denominator: 1000n }], ['rate', '5', undefined],
  ['number', 2, { decimal: 200_000_000n }], ['number', '2.5', { decimal: 250_000_000n }], ['number', '两', undefined],
  ['list', ['甲', '乙'], ['甲', '乙']], ['list', [], undefined], ['list', '甲', undefined],
  ['yes-no', true, true], ['yes-no', '是', undefined],
  ['text', '合并', '合并'], ['text', '', undefined], ['text', 1, undefined], ['unit', 'east', 'east'],
] as const)('%s %s', (type, value, expected) => {
  expect(parseParameterValue(type, value)).toEqual(expected);
});
