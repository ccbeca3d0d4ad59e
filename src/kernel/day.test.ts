import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayAt, dayInChinese, daysBetween, daysInMonth, makeDay, parseDay, yearOf } from './day.ts';

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const LEAP = [2020, 2024, 2028, 2032, 2036, 2040];
const two = (n: number): string => String(n).padStart(2, '0');

it('counts every day of 2020 to 2040 once, in order', () => {
  let expected = '2020-01-01';
  let count = 0;
  for (let year = 2020; year <= 2040; year++) {
    for (let month = 1; month <= 12; month++) {
      const length = month === 2 && LEAP.includes(year) ? 29 : LENGTHS[month - 1]!;
      expect(daysInMonth(year, month)).toBe(length);
      for (let date = 1; date <= length; date++) {
        const day = `${year}-${two(month)}-${two(date)}`;
        if (makeDay(year, month, date) !== day || parseDay(day) !== day || expected !== day || daysBetween('2020-01-01', day) !== count) expect.fail(day);
        expected = addDays(day, 1);
        count++;
      }
      expect(makeDay(year, month, length + 1)).toBeUndefined();
    }
  }
  expect([expected, count]).toEqual(['2041-01-01', 21 * 365 + LEAP.length]);
});

describe('29 February', () => {
  it.each([[2020, true], [2021, false], [2024, true], [1900, false], [2000, true], [2100, false]])('of %d: %s', (year, exists) => {
    expect(parseDay(`${year}-02-29`) !== undefined).toBe(exists);
  });

  it('lies between 28 February and 1 March', () => {
    expect([addDays('2024-02-28', 1), addDays('2024-02-29', 1), addDays('2024-03-01', -1), addDays('2023-02-28', 1)]).toEqual(['2024-02-29', '2024-03-01', '2024-02-29', '2023-03-01']);
    expect([daysBetween('2024-02-28', '2024-03-01'), daysBetween('2023-02-28', '2023-03-01')]).toEqual([2, 1]);
  });
});

it.each(['', '2021-3-5', '2021-13-01', '2021-00-10', '2021-01-00', '2021-04-31', '1899-12-31', '2200-01-01', '2021-03-05 ', '2021/03/05', '20210305', '02021-03-05', '2021-03-05T00:00'])('“%s” is no day', (text) => {
  expect(parseDay(text)).toBeUndefined();
});

it('refuses what is not whole: months, dates', () => {
  expect([makeDay(2021, 1, 0), makeDay(2021, 0, 1), makeDay(Number.NaN, 1, 1), makeDay(2021, 1.5, 1), makeDay(2021, 1, 1.5), makeDay(2021.5, 1, 1)]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
});

it('adds and subtracts days without loss', () => {
  const day = fc.integer({ min: 0, max: 100_000 }).map((count) => addDays('1900-01-01', count));
  fc.assert(fc.property(day, day, (a, b) => {
    expect(addDays(a, daysBetween(a, b))).toBe(b);
    expect(daysBetween(a, b) + daysBetween(b, a)).toBe(0);
    expect(a < b).toBe(daysBetween(a, b) > 0);
  }));
});

it('turns to a new day at midnight of the city, not of Greenwich', () => {
  expect(dayAt(new Date('2021-12-31T15:59:59.999Z'))).toBe('2021-12-31');
  expect(dayAt(new Date('2021-12-31T16:00:00Z'))).toBe('2022-01-01');
  expect(dayAt(new Date('2024-02-28T16:00:00Z'))).toBe('2024-02-29');
});

it('is written and read by people', () => {
  expect([dayInChinese('2021-03-05'), dayInChinese('2021-12-31'), yearOf('2021-12-31')]).toEqual(['2021年3月5日', '2021年12月31日', 2021]);
});
