import { addDays, type Day, daysBetween, daysInMonth, dayInChinese, makeDay, parseDay } from './day.ts';

/** How a year is divided. `pair` is a calendar pair of months: January with February, and so on. */
export const periods = ['year', 'half', 'quarter', 'pair', 'month'] as const;
export type Period = (typeof periods)[number];

/** A span of days, both ends inclusive. `name` is its written form: `2021`, `2021H1`, `2021Q1`, `2021B1`, `2021-03`, `2021-03-01..2021-06-08`. */
export interface Window {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

const parts: Record<Period, { count: number; months: number; name: (year: number, part: number) => string }> = {
  year: { count: 1, months: 12, name: (y) => `${y}` },
  half: { count: 2, months: 6, name: (y, p) => `${y}H${p}` },
  quarter: { count: 4, months: 3, name: (y, p) => `${y}Q${p}` },
  pair: { count: 6, months: 2, name: (y, p) => `${y}B${p}` },
  month: { count: 12, months: 1, name: (y, p) => `${y}-${String(p).padStart(2, '0')}` },
};

function partOf(year: number, period: Period, part: number): Window {
  const { months, name } = parts[period];
  const last = part * months;
  const from = makeDay(year, last - months + 1, 1);
  const to = makeDay(year, last, daysInMonth(year, last));
  if (!from || !to) throw new RangeError(`no such window: ${year} ${period} ${part}`);
  return { name: name(year, part), from, to };
}

/** The windows of a year, in order: one for `year`, six for `pair`, and so on. */
export function windowsOf(year: number, period: Period): Window[] {
  return Array.from({ length: parts[period].count }, (_, i) => partOf(year, period, i + 1));
}

/** The window of a kind in which a day lies. */
export function windowAt(day: Day, period: Period): Window {
  const month = Number(day.slice(5, 7));
  return partOf(Number(day.slice(0, 4)), period, Math.ceil(month / parts[period].months));
}

const NAME = /^(\d{4})(?:([HQB])([1-6])|-(\d{2}))?$/;
const LETTER: Record<string, Period> = { H: 'half', Q: 'quarter', B: 'pair' };

/** @returns undefined where the text names no window */
export function parseWindow(name: string): Window | undefined {
  const [from, to, rest] = name.split('..');
  if (to !== undefined) return rest === undefined ? between(from!, to) : undefined;
  const match = NAME.exec(name);
  if (!match) return undefined;
  const year = Number(match[1]);
  const period: Period = match[4] ? 'month' : match[2] ? LETTER[match[2]]! : 'year';
  const part = Number(match[4] ?? match[3] ?? 1);
  if (year < 1900 || year > 2199 || part < 1 || part > parts[period].count) return undefined;
  return partOf(year, period, part);
}

function between(from: string, to: string): Window | undefined {
  const first = parseDay(from);
  const last = parseDay(to);
  return first && last && first <= last ? { name: `${first}..${last}`, from: first, to: last } : undefined;
}

export function contains(window: Window, day: Day): boolean {
  return window.from <= day && day <= window.to;
}

export type WindowState = 'passed' | 'running' | 'to-come';

export function stateOf(window: Window, today: Day): WindowState {
  if (window.to < today) return 'passed';
  return window.from <= today ? 'running' : 'to-come';
}

/** Pace 序时: days gone, today included, over days of the window; 0 before it, 1 after it. */
export function paceOf(window: Window, today: Day): number {
  if (today < window.from) return 0;
  if (today > window.to) return 1;
  return daysBetween(window.from, addDays(today, 1)) / daysBetween(window.from, addDays(window.to, 1));
}

const CHINESE: Record<Period, (year: string, part: number) => string> = {
  year: (y) => `${y}年`,
  half: (y, p) => `${y}年${p === 1 ? '上' : '下'}半年`,
  quarter: (y, p) => `${y}年第${'一二三四'[p - 1]}季度`,
  pair: (y, p) => `${y}年${p * 2 - 1}—${p * 2}月`,
  month: (y, p) => `${y}年${p}月`,
};

/** `2021年第一季度`, `2021年3—4月`, `2021年3月1日至2021年6月8日` */
export function windowInChinese(window: Window): string {
  const match = NAME.exec(window.name);
  if (!match) return `${dayInChinese(window.from)}至${dayInChinese(window.to)}`;
  const period: Period = match[4] ? 'month' : match[2] ? LETTER[match[2]]! : 'year';
  return CHINESE[period](match[1]!, Number(match[4] ?? match[3] ?? 1));
}
