import { addDays, type Day, yearOf } from './day.ts';
import { Refusal } from './refusal.ts';

/** What is announced for a year: days off beside weekends, and weekend days that are worked. */
export interface Holidays {
  readonly year: number;
  readonly off: readonly Day[];
  readonly work: readonly Day[];
}

/** @throws Refusal 'no-holidays' where the year was not announced */
export function isWorkingDay(holidays: readonly Holidays[], day: Day): boolean {
  const year = holidays.find((it) => it.year === yearOf(day));
  if (!year) throw new Refusal('no-holidays', `${yearOf(day)} 年的节假日安排还没有录入，不能按工作日计算，请联系系统管理员补上。`);
  // What is announced for a year may reach into the last days of the one before.
  if (year.work.includes(day)) return true;
  if (holidays.some((it) => it.off.includes(day))) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * The working days after `from` up to and with `to`: 0 on the same day, 1 on the next that is worked, 0 where `to` is earlier.
 * @throws Refusal 'no-holidays' where a year between them was not announced
 */
export function workingDaysSince(holidays: readonly Holidays[], from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(holidays, day)) count++;
  return count;
}

/** The latest day since which at least `count` working days have passed by `to`. @throws as `isWorkingDay` */
export function workingDaysBefore(holidays: readonly Holidays[], to: Day, count: number): Day {
  let day = to;
  for (let passed = 0; passed < count; day = addDays(day, -1)) if (isWorkingDay(holidays, day)) passed++;
  return day;
}
