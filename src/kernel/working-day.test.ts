import { expect, test } from 'vitest';
import { addDays } from './day.ts';
import { isWorkingDay, workingDaysBefore, workingDaysSince } from './working-day.ts';

const year = (of: number, off: string[] = [], work: string[] = []) => ({ year: of, off, work });
const spring = [year(2026, ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23'], ['2026-02-14', '2026-02-28'])];

test.each([
  ['a Monday', '2026-03-02', true],
  ['a Saturday', '2026-03-07', false],
  ['a Sunday', '2026-03-08', false],
  ['a holiday on a Tuesday', '2026-02-17', false],
  ['a Saturday that is worked', '2026-02-14', true],
])('%s', (_, day, works) => {
  expect(isWorkingDay(spring, day)).toBe(works);
});

test('days since: the day itself is none, holidays and weekends are none, a worked Saturday is one', () => {
  expect(workingDaysSince(spring, '2026-03-02', '2026-03-02')).toBe(0);
  expect(workingDaysSince(spring, '2026-03-06', '2026-03-09')).toBe(1);
  expect(workingDaysSince(spring, '2026-02-13', '2026-02-24')).toBe(2);
  expect(workingDaysSince(spring, '2026-02-27', '2026-02-28')).toBe(1);
  expect(workingDaysSince(spring, '2026-03-09', '2026-03-06')).toBe(0);
});

test.each([0, 1, 3, 4])('the latest day since which %i working days have passed', (count) => {
  const day = workingDaysBefore(spring, '2026-03-10', count);
  expect(workingDaysSince(spring, day, '2026-03-10')).toBe(count);
  expect(workingDaysSince(spring, addDays(day, 1), '2026-03-10')).toBe(Math.max(0, count - 1));
});

test('a year that was not announced refuses; what a year takes from the one before is off', () => {
  expect(() => isWorkingDay(spring, '2027-01-04')).toThrow('2027 年的节假日');
  expect(() => workingDaysSince(spring, '2026-12-30', '2027-01-04')).toThrow('2027 年的节假日');
  expect(isWorkingDay([year(2026), year(2027, ['2026-12-31'])], '2026-12-31')).toBe(false);
});
