import { clock } from '../../src/base/clock.ts';
import { openDatabase } from '../../src/base/database.ts';
import { addDays, dayAt, daysBetween, parseDay } from '../../src/kernel/day.ts';
import { contains, paceOf, parseWindow, type Period, periods, stateOf, type Window, windowAt, windowsOf } from '../../src/kernel/window.ts';
import { dayOfSerial } from '../../src/office/excel-days.ts';
import { askAges } from './ages.ts';
import { calendar, type Civil, civil, daysOf, midnight } from './calendar.ts';

const YEARS = Array.from({ length: 21 }, (_, i) => 2020 + i);
const MONTHS: Record<Period, number> = { year: 12, half: 6, quarter: 3, pair: 2, month: 1 };
/** Around a boundary, in milliseconds. */
const AROUND = [-1, 0, 1];

/** What was asked, and what differs from plain counting. */
export interface Asked {
  /** Minutes by which the process's zone is behind UTC, in January and July 2024: that it was really set. */
  readonly offsets: readonly number[];
  readonly asked: number;
  readonly wrong: readonly string[];
}

/** Asks everything that has to do with days, in the time zone of this process. @param url a database to ask too */
export async function askAboutDays(url: string): Promise<Asked> {
  const wrong: string[] = [];
  let asked = 0;
  const expectSame = (what: string, found: unknown, expected: unknown): void => {
    asked++;
    if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  };
  askWindows(expectSame);
  askInstants(expectSame);
  askBirths(expectSame);
  for (const { what, found, expected } of askAges()) expectSame(what, found, expected);
  await askDatabase(url, expectSame);
  return { offsets: [0, 6].map((month) => new Date(2024, month, 1).getTimezoneOffset()), asked, wrong: wrong.slice(0, 20) };
}

type Expect = (what: string, found: unknown, expected: unknown) => void;

/** A window as plain numbers beside the one that is tried. */
interface Span {
  readonly window: Window | undefined;
  readonly from: Civil;
  readonly to: Civil;
  readonly name: string;
}

function spans(): Span[] {
  const firsts = daysOf(2020, 2040).filter((it) => it.date === 1);
  const hundred = firsts.map((from): Span => {
    const to = civil(from.number + 99);
    return { window: parseWindow(`${from.text}..${to.text}`), from, to, name: `${from.text}..${to.text}` };
  });
  const named = YEARS.flatMap((year) => periods.flatMap((period) => windowsOf(year, period).map((window, part): Span => {
    const first = part * MONTHS[period] + 1;
    const days = daysOf(year, year).filter((it) => it.month >= first && it.month < first + MONTHS[period]);
    return { window, from: days[0]!, to: days.at(-1)!, name: window.name };
  })));
  return [...named, ...hundred];
}

function askWindows(expectSame: Expect): void {
  const RealDate = Date;
  try {
    for (const { window, from, to, name } of spans()) {
      expectSame(name, window, { name, from: from.text, to: to.text });
      for (const boundary of [from, civil(to.number + 1)]) {
        for (const ms of AROUND) {
          const now = midnight(boundary) + ms;
          const day = civil(boundary.number - (ms < 0 ? 1 : 0));
          globalThis.Date = class extends RealDate {
            constructor(...given: ConstructorParameters<typeof Date> | []) {
              super(...((given.length === 0 ? [now] : given) as [number]));
            }
          } as typeof Date;
          const today = clock().today();
          globalThis.Date = RealDate;
          const inside = day.number >= from.number && day.number <= to.number;
          const pace = inside ? (day.number - from.number + 1) / (to.number - from.number + 1) : day.number < from.number ? 0 : 1;
          const state = inside ? 'running' : day.number < from.number ? 'to-come' : 'passed';
          expectSame(`${name} at ${now}`, [today, contains(window!, today), paceOf(window!, today), stateOf(window!, today)], [day.text, inside, pace, state]);
          for (const period of periods) {
            const { from: first, to: last } = windowAt(today, period);
            expectSame(`${period} of ${today}`, [first.slice(0, 7), Number(last.slice(5, 7)) - Number(first.slice(5, 7)) + 1, first <= today && today <= last], [`${day.year}-${String(day.month - ((day.month - 1) % MONTHS[period])).padStart(2, '0')}`, MONTHS[period], true]);
          }
        }
      }
    }
  } finally {
    globalThis.Date = RealDate;
  }
}

/** Beginnings of days: all of China's years of summer time, and round each 29 February. */
function beginnings(): Civil[] {
  return [...daysOf(1986, 1991), ...calendar.filter((it) => it.year >= 2020 && it.year <= 2040 && ((it.month === 2 && it.date >= 28) || (it.month === 3 && it.date === 1)))];
}

function askInstants(expectSame: Expect): void {
  for (const day of beginnings()) for (const ms of AROUND) expectSame(`${day.text} ${ms} ms`, dayAt(new Date(midnight(day) + ms)), civil(day.number - (ms < 0 ? 1 : 0)).text);
}

/** Births: as they are written, as Excel numbers them (from 1900 and from 1904, at midnight and a moment before the next), and what is counted from them. */
function askBirths(expectSame: Expect): void {
  const births = calendar.filter((it) => (it.year >= 1986 && it.year <= 1991) || (it.month === 2 && it.date === 29));
  for (const { number, text } of births) {
    const serial = number + 25_569;
    expectSame(`born ${text}`, [parseDay(text), addDays(text, 1), addDays(text, -1), daysBetween('1970-01-01', text), daysBetween(text, '2024-02-29')], [text, civil(number + 1).text, civil(number - 1).text, number, 19_782 - number]);
    expectSame(`serial ${serial}`, [0, 0.5, 0.99998].flatMap((part) => [dayOfSerial(serial + part, false), dayOfSerial(serial - 1_462 + part, true)]), Array(6).fill(text));
  }
}

/** Days go into the database and come back as they are; its own day of an instant is ours. */
async function askDatabase(url: string, expectSame: Expect): Promise<void> {
  const db = openDatabase(url, 'tandem_app');
  try {
    const days = [...daysOf(1986, 1991), ...daysOf(2020, 2040)];
    const { rows } = await db.query<{ day: string; next: string; written: string }>('select day, (day + 1)::date as next, day::text as written from unnest($1::date[]) with ordinality as d (day, n) order by n', [days.map((it) => it.text)]);
    for (const [index, { number, text }] of days.entries()) expectSame(`date ${text}`, [rows[index]!.day, rows[index]!.written, rows[index]!.next], [text, text, civil(number + 1).text]);
    const instants = [...beginnings(), ...daysOf(2020, 2040).filter((it) => it.date === 1)].flatMap((day) => AROUND.map((ms) => ({ at: new Date(midnight(day) + ms), day: civil(day.number - (ms < 0 ? 1 : 0)).text })));
    const { rows: told } = await db.query<{ at: Date; day: string }>('select at, at::date as day from unnest($1::timestamptz[]) with ordinality as t (at, n) order by n', [instants.map((it) => it.at)]);
    for (const [index, it] of instants.entries()) expectSame(`timestamptz ${it.at.toISOString()}`, [told[index]!.at.getTime(), told[index]!.day], [it.at.getTime(), it.day]);
  } finally {
    await db.close();
  }
}
