import { describe, expect, it } from 'vitest';
import { addDays, daysInMonth } from './day.ts';
import { contains, paceOf, parseWindow, type Period, periods, stateOf, type Window, windowAt, windowInChinese, windowsOf } from './window.ts';

const YEARS = Array.from({ length: 21 }, (_, i) => 2020 + i);

/** Every window of a year, written out: months by their first and last. */
const MONTHS: Record<Period, readonly [string, number, number][]> = {
  year: [['', 1, 12]],
  half: [['H1', 1, 6], ['H2', 7, 12]],
  quarter: [['Q1', 1, 3], ['Q2', 4, 6], ['Q3', 7, 9], ['Q4', 10, 12]],
  pair: [['B1', 1, 2], ['B2', 3, 4], ['B3', 5, 6], ['B4', 7, 8], ['B5', 9, 10], ['B6', 11, 12]],
  month: [['-01', 1, 1], ['-02', 2, 2], ['-03', 3, 3], ['-04', 4, 4], ['-05', 5, 5], ['-06', 6, 6], ['-07', 7, 7], ['-08', 8, 8], ['-09', 9, 9], ['-10', 10, 10], ['-11', 11, 11], ['-12', 12, 12]],
};
/** Last day of each month; February by the year. */
const LAST = [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const LEAP = [2020, 2024, 2028, 2032, 2036, 2040];

const two = (n: number): string => String(n).padStart(2, '0');

function written(year: number, period: Period): Window[] {
  return MONTHS[period].map(([suffix, first, last]) => {
    const end = last === 2 ? (LEAP.includes(year) ? 29 : 28) : LAST[last - 1]!;
    return { name: `${year}${suffix}`, from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(end)}` };
  });
}

describe.each(periods)('windows of a %s, 2020 to 2040', (period) => {
  it('are those of the table', () => {
    for (const year of YEARS) expect(windowsOf(year, period)).toEqual(written(year, period));
  });

  it('join without gap or overlap from year to year', () => {
    const all = YEARS.flatMap((year) => windowsOf(year, period));
    for (const [index, window] of all.entries()) if (index > 0) expect(window.from).toBe(addDays(all[index - 1]!.to, 1));
  });

  it('hold every day exactly once, and that is the window found for the day', () => {
    for (const year of YEARS) {
      const windows = windowsOf(year, period);
      for (let month = 1; month <= 12; month++) {
        for (let date = 1; date <= daysInMonth(year, month); date++) {
          const day = `${year}-${two(month)}-${two(date)}`;
          const found = windows.filter((it) => contains(it, day));
          if (found.length !== 1 || found[0]!.name !== windowAt(day, period).name) expect.fail(`${day}: ${found.map((it) => it.name).join()}`);
        }
      }
    }
  });

  it('are read back from their names', () => {
    for (const year of YEARS) for (const window of windowsOf(year, period)) expect(parseWindow(window.name)).toEqual(window);
  });

  it('end with pace 1 and begin with the share of one day', () => {
    for (const window of YEARS.flatMap((year) => windowsOf(year, period))) {
      expect(paceOf(window, window.to)).toBe(1);
      expect(paceOf(window, addDays(window.to, 1))).toBe(1);
      expect(paceOf(window, addDays(window.from, -1))).toBe(0);
      expect(paceOf(window, window.from)).toBeGreaterThan(0);
    }
  });
});

describe('names that are no window', () => {
  it.each(['', '21', '2021H0', '2021H3', '2021Q5', '2021B7', '2021-00', '2021-13', '2021-3', '1899', '2200', '2021q1', '2021Q1 ', '2021-03-01', '2021-03-01..2021-02-28', '2021-02-30..2021-03-01', '..', '2021-01-01..2021-01-02..2021-01-03'])('“%s”', (name) => {
    expect(parseWindow(name)).toBeUndefined();
  });
});

describe('a span of days', () => {
  const race = parseWindow('2021-03-01..2021-06-08')!;

  it('lasts the hundred days of s4.1, both ends included', () => {
    expect(race).toEqual({ name: '2021-03-01..2021-06-08', from: '2021-03-01', to: '2021-06-08' });
    expect([contains(race, '2021-02-28'), contains(race, '2021-03-01'), contains(race, '2021-06-08'), contains(race, '2021-06-09')]).toEqual([false, true, true, false]);
  });

  it.each([['2021-02-28', 0], ['2021-03-01', 0.01], ['2021-03-25', 0.25], ['2021-04-19', 0.5], ['2021-06-08', 1], ['2021-06-09', 1]])('has pace on %s: %d', (today, pace) => {
    expect(paceOf(race, today)).toBe(pace);
  });

  it.each([['2021-02-28', 'to-come'], ['2021-03-01', 'running'], ['2021-06-08', 'running'], ['2021-06-09', 'passed']])('stands on %s: %s', (today, state) => {
    expect(stateOf(race, today)).toBe(state);
  });

  it('may be one day, 29 February too', () => {
    expect(paceOf(parseWindow('2024-02-29..2024-02-29')!, '2024-02-29')).toBe(1);
    expect(parseWindow('2023-02-29..2023-03-01')).toBeUndefined();
  });
});

it.each([
  ['2021', '2021年'], ['2021H1', '2021年上半年'], ['2021H2', '2021年下半年'], ['2021Q1', '2021年第一季度'], ['2021Q4', '2021年第四季度'],
  ['2021B1', '2021年1—2月'], ['2021B6', '2021年11—12月'], ['2021-03', '2021年3月'], ['2021-12', '2021年12月'], ['2021-03-01..2021-06-08', '2021年3月1日至2021年6月8日'],
])('%s is written %s', (name, chinese) => {
  expect(windowInChinese(parseWindow(name)!)).toBe(chinese);
});
