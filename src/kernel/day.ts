/** A calendar day of the city, `YYYY-MM-DD`. Compared as text. */
export type Day = string;

/** Where the city's days are counted; named here and nowhere else. */
export const TIME_ZONE = 'Asia/Shanghai';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The number of days of a month (1–12), leap years kept. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** @returns undefined where there is no such day, or the year lies outside 1900–2199 */
export function makeDay(year: number, month: number, date: number): Day | undefined {
  if (![year, month, date].every(Number.isInteger) || year < 1900 || year > 2199 || month < 1 || month > 12) return undefined;
  if (date < 1 || date > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** @returns undefined where the text is not an existing day in `YYYY-MM-DD` */
export function parseDay(text: string): Day | undefined {
  const match = ISO.exec(text);
  return match ? makeDay(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

function number(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The day `count` days later (earlier where negative). */
export function addDays(day: Day, count: number): Day {
  return new Date((number(day) + count) * DAY_MS).toISOString().slice(0, 10);
}

/** Days from `from` to `to`, 0 on the same day, negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return number(to) - number(from);
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The city's day at an instant. */
export function dayAt(instant: Date): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

/** `2021年3月5日` */
export function dayInChinese(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
