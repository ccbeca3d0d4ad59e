/** A day as whole numbers, worked out from month lengths alone: no `Date` and no time zone takes part. */
export interface Civil {
  /** Days since 1 January 1970; negative before. */
  readonly number: number;
  readonly year: number;
  readonly month: number;
  readonly date: number;
  /** `YYYY-MM-DD` */
  readonly text: string;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FIRST_YEAR = 1940;
const LAST_YEAR = 2042;

/** Every day from 1940 to 2042, in order. */
export const calendar: readonly Civil[] = [...everyDay()];

function* everyDay(): Generator<Civil> {
  let number = -30 * 365 - 8; // 1940, 44, … 68 were leap years
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (let month = 1; month <= 12; month++) {
      const length = LENGTHS[month - 1]! + (month === 2 && year % 4 === 0 ? 1 : 0);
      for (let date = 1; date <= length; date++) yield { number: number++, year, month, date, text: `${year}-${two(month)}-${two(date)}` };
    }
  }
}

/** The day by its number. */
export function civil(number: number): Civil {
  return calendar[number - calendar[0]!.number]!;
}

/** The days of some years, both included. */
export function daysOf(from: number, to: number): Civil[] {
  return calendar.filter((it) => it.year >= from && it.year <= to);
}

/** China's summer time: first and last day, from and to 2 in the morning. */
const SUMMERS = ['1986-05-04 1986-09-14', '1987-04-12 1987-09-13', '1988-04-17 1988-09-11', '1989-04-16 1989-09-17', '1990-04-15 1990-09-16', '1991-04-14 1991-09-15'];

/** The instant (milliseconds since 1970) at which a day begins in China. */
export function midnight({ number, text }: Civil): number {
  const summer = SUMMERS.some((it) => text > it.slice(0, 10) && text <= it.slice(11));
  return number * 86_400_000 - (summer ? 9 : 8) * 3_600_000;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
