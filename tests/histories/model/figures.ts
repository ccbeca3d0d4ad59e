import type { Line } from './counts.ts';
import { type Division, type Period, periodsOf } from './periods.ts';
import { nameOf } from './acts.ts';
import type { View } from './records.ts';
import type { Merger, Rules } from './rules.ts';

/** Names a figure; owners are units, `city`, or a subject's name. */
export interface Key {
  readonly measure: string;
  readonly owner: string;
  readonly period: Period;
}

/** In millionths; a ratio with what was divided, null where there is nothing to divide by. */
export interface Value {
  readonly value: number | null;
  readonly doubt: number;
  readonly of?: readonly [number, number];
}

export function keyText({ measure, owner, period }: Key): string {
  return `${measure} ${owner} ${period.name}`;
}

const EVERYONE = ['east', 'west', 'south', 'north', 'oldtown', 'office'];

/** Every figure that is printed for a year. */
export function printed(view: View, rules: Rules, year: string): Key[] {
  const platforms = view.of('platform').map(nameOf);
  const parks = (day: string): string[] => ['east', 'west', ...(day <= rules.southUntil ? ['south'] : []), ...(day >= '2022-01-01' ? ['north'] : [])];
  const per = rules.progress.per;
  const all: [measure: string, division: Division, owners: (day: string) => readonly string[]][] = [
    ['signed', 'year', parks], ['signed', 'year', () => ['east', 'office']], ['signed', 'quarter', () => EVERYONE], ['signed', 'month', () => ['city']],
    ['sessions', 'pair', () => EVERYONE], ['sessions', 'half', () => ['city']],
    ['landings', 'half', () => platforms],
    ...(rules.traced ? [['traced', 'quarter', () => ['city']], ['traced', 'year', parks]] as [string, Division, (day: string) => string[]][] : []),
    ['union', 'year', () => ['city']], ['union', 'year', () => EVERYONE],
    ['led', 'year', () => ['city']],
    ['ratio', 'year', () => ['city']], ['ratio', 'year', parks],
    ['progress', per, parks], ['progress', per, () => ['city']],
    ['offices', 'month', () => ['city']], ['offices', 'year', () => EVERYONE],
    ['large', 'half', () => ['city']], ['large', 'half', parks],
    ['backed', 'year', () => ['city']], ['backed', 'year', () => platforms],
    ['funded', 'year', () => EVERYONE], ['funded', 'year', () => ['city']],
    ['met', 'year', parks], ['met', 'year', () => ['city']],
  ];
  return all.flatMap(([measure, division, owners]) => periodsOf(year, division).flatMap((period) => owners(period.to).map((owner) => ({ measure, owner, period }))));
}

/** A unit with all whom it took over by a day. */
export function family(mergers: readonly Merger[], unit: string, day: string): string[] {
  const found = [unit];
  for (let index = 0; index < found.length; index++) {
    for (const it of mergers) if (it.into === found[index] && it.day <= day && !found.includes(it.unit)) found.push(it.unit);
  }
  return found;
}

export function figure(lines: readonly Line[], mergers: readonly Merger[], { measure, owner, period }: Key): Value {
  const owners = family(mergers, owner, period.to);
  const sum = (of: string, from: string): { millionths: number; doubt: number } => {
    const chosen = lines.filter((it) => it.measure === of && owners.includes(it.owner) && from <= it.day && it.day <= period.to);
    return { millionths: chosen.reduce((total, it) => total + it.millionths, 0), doubt: chosen.reduce((total, it) => total + it.doubt, 0) };
  };
  if (measure === 'ratio') {
    const top = sum('led', period.from);
    const bottom = sum('union', period.from);
    const tenThousandths = Math.floor((top.millionths * 20_000 + bottom.millionths) / (bottom.millionths * 2));
    return { value: bottom.millionths === 0 ? null : tenThousandths * 100, doubt: top.doubt + bottom.doubt, of: [top.millionths, bottom.millionths] };
  }
  const { millionths, doubt } = sum(measure, measure === 'offices' ? '' : period.from);
  return { value: millionths, doubt };
}
