import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayOf, fenOf, isCreditCode } from './naive-cells.ts';

/** registers.md, Layout, last paragraph. */
describe('dates come in every habit', () => {
  it.each([
    [{ date: '2021-03-05' }], [{ number: '44260' }], ['44260'], ['2021-3-5'], ['2021-03-05'], ['2021.3.5'], ['2021/3/5'], ['2021年3月5日'],
    ['20210305'], [{ number: '20210305' }], [' 2021-03-05 '], ['　2021年3月5日　'], ['2021年 3月 5日'], ['２０２１－３－５'],
  ])('%j is 5 March 2021', (cell) => {
    expect(dayOf(cell)).toBe('2021-03-05');
  });

  it('knows 29 February of leap years only', () => {
    expect(dayOf('2024.2.29')).toBe('2024-02-29');
    expect(dayOf('2000/2/29')).toBe('2000-02-29');
    expect(dayOf('2021-2-29')).toBeUndefined();
    expect(dayOf('1900-02-29')).toBeUndefined();
  });

  it.each(['2021-02-30', '2021-13-01', '2021-00-05', '20210431', '3月5日', '待定', '2021年', '2021-3.5', '5'])('%s is no date', (text) => {
    expect(dayOf(text)).toBeUndefined();
  });

  it('is blank where only blanks stand', () => {
    expect(dayOf(null)).toBe('');
    expect(dayOf(' 　')).toBe('');
  });
});

describe('amounts come in every habit', () => {
  it.each([
    [{ number: '4300' }, 43_000_000_00n], ['4,300', 43_000_000_00n], ['４３００', 43_000_000_00n], ['４，３００', 43_000_000_00n],
    ['4300万元', 43_000_000_00n], ['４３００万元', 43_000_000_00n], ['4,300 万元', 43_000_000_00n], ['0.43亿', 43_000_000_00n],
    ['1.2亿', 120_000_000_00n], [' 1.2亿元 ', 120_000_000_00n], [{ number: '9999.9999' }, 99_999_999_00n], ['0', 0n], [{ number: '0.000001' }, 1n],
  ])('%j', (cell, fen) => {
    expect(fenOf(cell, '人民币')).toBe(fen);
  });

  it('counts in 万美元 where 币种 is 美元', () => {
    expect(fenOf({ number: '1000' }, '美元')).toBe(10_000_000_00n);
    expect(fenOf('1,000万美元', '美元')).toBe(10_000_000_00n);
  });

  it.each(['abc', '约五千', '-200', '－３００', '面议', '1,20', '12,00', '1.2.3', '1000万美元', '万元'])('%s is no amount of 人民币', (text) => {
    expect(fenOf(text, '人民币')).toBeUndefined();
  });

  it('is blank where only blanks stand', () => {
    expect(fenOf('　', '人民币')).toBeNull();
  });
});

const vectors = new URL('../../../shared/data/check-digit-vectors.json', import.meta.url);

describe('the code of GB 32100-2015', () => {
  it('checks length, alphabet and check digit', () => {
    expect(isCreditCode('91321283MA1ABCDE2B')).toBe(true);
    expect(isCreditCode('91321283MA1ABCDE2C')).toBe(false);
    expect(isCreditCode('91321283IA1ABCDE2X')).toBe(false);
    expect(isCreditCode('91321283MA1ABCDE2')).toBe(false);
  });

  it.skipIf(!existsSync(vectors))('agrees with vectors of check digits, where they lie beside the repository', () => {
    const { uscc } = JSON.parse(readFileSync(vectors, 'utf8')) as { uscc: { valid: { code: string }[]; invalid: { code: string }[] } };
    expect(uscc.valid.filter(({ code }) => !isCreditCode(code))).toEqual([]);
    expect(uscc.invalid.filter(({ code }) => isCreditCode(code))).toEqual([]);
  });
});
