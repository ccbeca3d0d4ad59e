import type { Queryable } from '../base/database.ts';
import { type Day, yearOf } from '../kernel/day.ts';
import { formatDecimal } from '../kernel/decimal.ts';
import { type Standing, standings } from '../mechanism/dossier.ts';
import { type Figure, figureOf } from '../mechanism/figure.ts';
import type { MeasureFormat } from '../mechanism/format/measures.ts';
import type { Mechanism } from '../mechanism/mechanism.ts';
import { type FigureKey, printedFigures } from './figures.ts';
import type { PostingSums } from './posting-sums.ts';
import type { Change } from './preview-cases.ts';
import { mergers, withPredecessors } from './units.ts';

/** A figure in one standing: decimal text, null where there is nothing to divide by; and how many were in doubt. */
export interface FigureChange {
  readonly value: Change<string | null>;
  readonly doubt: Change<number>;
}

/** A printed figure that changes in one of its standings at least. A platform that is not certified has no certified figure. */
export interface PreviewedFigure {
  readonly measure: string;
  readonly owner: string;
  readonly window: string;
  readonly standings: Readonly<Partial<Record<Standing, FigureChange>>>;
}

/** The printed figures of some measures that differ between two sums of postings, in every year that has a difference. */
export async function previewFigures(db: Queryable, mechanism: Mechanism, measures: ReadonlySet<string>, sums: Change<PostingSums>, today: Day): Promise<PreviewedFigure[]> {
  const days = sums[0].differs(sums[1]);
  const all = await mergers(db, mechanism.pack);
  const found: PreviewedFigure[] = [];
  for (const id of measures) {
    const measure = mechanism.measures.get(id);
    if (!measure) continue;
    for (const year of yearsOf(measure, days, today)) {
      const printed = new Map<string, FigureKey[]>();
      for (const standing of standings) {
        for (const key of await printedFigures(db, mechanism, id, year, standing)) printed.set(`${key.owner} ${key.window.name}`, [...(printed.get(`${key.owner} ${key.window.name}`) ?? []), key]);
      }
      for (const keys of printed.values()) {
        const changes = keys.map((key) => changeOf(sums.map((it) => figureOf(measure, key.window, (of, from) => it.sum(of, withPredecessors(all, key.owner, key.window.to), key.standing, from, key.window.to)))));
        if (changes.every(isSame)) continue;
        const { owner, window } = keys[0]!;
        found.push({ measure: id, owner, window: window.name, standings: Object.fromEntries(keys.map((key, index) => [key.standing, changes[index]!])) });
      }
    }
  }
  return found;
}

/** The years in which figures of a measure may differ: a standing state from the first difference on, up to this year. */
function yearsOf(measure: MeasureFormat, days: ReadonlyMap<string, ReadonlySet<Day>>, today: Day): number[] {
  const own = 'ratio' in measure ? [measure.ratio.of, measure.ratio.over] : [measure.id];
  const years = new Set(own.flatMap((id) => [...(days.get(id) ?? [])].map(yearOf)));
  if ('state' in measure && years.size > 0) for (let year = Math.min(...years); year <= yearOf(today); year++) years.add(year);
  return [...years].sort((a, b) => a - b);
}

function changeOf(sides: readonly Figure[]): FigureChange {
  const [before, after] = sides as [Figure, Figure];
  const text = ({ value }: Figure): string | null => (value === null ? null : formatDecimal(value));
  return { value: [text(before), text(after)], doubt: [before.doubt, after.doubt] };
}

function isSame({ value, doubt }: FigureChange): boolean {
  return value[0] === value[1] && doubt[0] === doubt[1];
}
