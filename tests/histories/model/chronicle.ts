import type { PackName } from '../packs.ts';
import type { Act } from './acts.ts';
import { countAll, type Line } from './counts.ts';
import { figure, type Key, keyText, printed, type Value } from './figures.ts';
import { type Grant, grantAll } from './grants.ts';
import type { Period } from './periods.ts';
import { retell, type Trust, View } from './records.ts';
import { type Decided, type Merger, type Rules, rulesOf } from './rules.ts';

/** All that was done in a history, as plain lists; every figure is computed from them anew. */
export interface Chronicle {
  readonly acts: readonly Act[];
  readonly decided: readonly Decided[];
  readonly mergers: readonly Merger[];
  readonly pack: PackName;
}

/** What a freeze printed, and what counted then. */
export interface Frozen {
  readonly window: Period;
  readonly lines: Readonly<Record<Trust, readonly Line[]>>;
  /** Those enacted by then. */
  readonly mergers: readonly Merger[];
  readonly figures: Readonly<Record<Trust, ReadonlyMap<string, Value>>>;
}

export function rulesIn({ pack }: Chronicle): Rules {
  return rulesOf[pack];
}

function viewOf({ acts }: Chronicle, trust: Trust): View {
  return new View(retell(acts), trust);
}

export function linesOf(chronicle: Chronicle, trust: Trust): Line[] {
  return countAll(viewOf(chronicle, trust), rulesIn(chronicle), chronicle.decided);
}

export function grantsOf(chronicle: Chronicle): Grant[] {
  return grantAll(viewOf(chronicle, 'certified'), rulesIn(chronicle), chronicle.decided);
}

/** Mergers that the pack knows and those enacted; of one unit the enacted holds. */
export function mergersOf(chronicle: Pick<Chronicle, 'pack' | 'mergers'>): Merger[] {
  const { pack, mergers } = chronicle;
  return [...rulesOf[pack].mergers.filter((it) => !mergers.some((one) => one.unit === it.unit)), ...mergers];
}

function keysOf(chronicle: Chronicle, trust: Trust, year: string): Key[] {
  return printed(viewOf(chronicle, trust), rulesIn(chronicle), year);
}

/** Every printed figure of a year as it stands. */
export function figuresOf(chronicle: Chronicle, trust: Trust, year: string): Map<string, Value> {
  const lines = linesOf(chronicle, trust);
  return new Map(keysOf(chronicle, trust, year).map((key) => [keyText(key), figure(lines, mergersOf(chronicle), key)]));
}

export function freezeNow(chronicle: Chronicle, window: Period): Frozen {
  const each = <T>(make: (trust: Trust) => T): Record<Trust, T> => ({ declared: make('declared'), certified: make('certified') });
  return { window, lines: each((trust) => linesOf(chronicle, trust)), mergers: chronicle.mergers, figures: each((trust) => figuresOf(chronicle, trust, window.from.slice(0, 4))) };
}

/** Figures as they are shown: what the first freeze over a window printed; what it did not print, as it would have. */
export function shownOf(chronicle: Chronicle, frozen: readonly Frozen[], trust: Trust, year: string): Map<string, Value> {
  const live = figuresOf(chronicle, trust, year);
  return new Map(keysOf(chronicle, trust, year).map((key) => {
    const name = keyText(key);
    const by = frozen.find((it) => it.window.from <= key.period.from && key.period.to <= it.window.to);
    if (!by) return [name, live.get(name)!];
    return [name, by.figures[trust].get(name) ?? figure(by.lines[trust], mergersOf({ pack: chronicle.pack, mergers: by.mergers }), key)];
  }));
}

/** What came after a freeze for days inside it: `window measure owner` → millionths and how many subjects moved. */
export function adjustmentsOf(chronicle: Chronicle, frozen: readonly Frozen[], trust: Trust): Map<string, { millionths: number; subjects: number }> {
  const now = linesOf(chronicle, trust);
  const found = new Map<string, { millionths: number; subjects: number }>();
  for (const [index, it] of frozen.entries()) {
    const mine = ({ day }: Line): boolean => it.window.from <= day && day <= it.window.to && !frozen.slice(0, index).some((one) => one.window.from <= day && day <= one.window.to);
    const moved = new Map<string, Map<string, number>>();
    const add = (line: Line, sign: number): void => {
      const name = `${it.window.name} ${line.measure} ${line.owner}`;
      const bySubject = moved.get(name) ?? new Map<string, number>();
      bySubject.set(line.subject, (bySubject.get(line.subject) ?? 0) + sign * line.millionths);
      moved.set(name, bySubject);
    };
    for (const line of now.filter(mine)) add(line, 1);
    for (const line of it.lines[trust].filter(mine)) add(line, -1);
    for (const [name, bySubject] of moved) {
      const changes = [...bySubject.values()].filter((one) => one !== 0);
      const millionths = changes.reduce((sum, one) => sum + one, 0);
      if (millionths !== 0) found.set(name, { millionths, subjects: changes.length });
    }
  }
  return found;
}

