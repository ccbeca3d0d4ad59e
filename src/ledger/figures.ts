import type { Queryable } from '../base/database.ts';
import { decimal } from '../kernel/decimal.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { type Period, type Window, windowsOf } from '../kernel/window.ts';
import { CITY, type Standing } from '../mechanism/dossier.ts';
import { type Figure, figureOf, type Sum } from '../mechanism/figure.ts';
import type { FigureOwners } from '../mechanism/format/measures.ts';
import type { Mechanism } from '../mechanism/mechanism.ts';
import { expandUnits } from '../mechanism/units.ts';
import { believes } from '../mechanism/visibility.ts';
import type { VerdictState } from '../mechanism/dossier.ts';
import { unfolded } from './totals.ts';
import { type Merger, mergers, withPredecessors } from './units.ts';

/** Names one figure. Owner: a unit's id, `city`, or a subject's id. */
export interface FigureKey {
  readonly measure: string;
  readonly owner: string;
  readonly window: Window;
  readonly standing: Standing;
}

/** The figures that a measure prints for a year, each once: its owners on the last day of each window. */
export async function printedFigures(db: Queryable, mechanism: Mechanism, measureId: string, year: number, standing: Standing): Promise<FigureKey[]> {
  const measure = mechanism.measures.get(measureId);
  if (!measure) return [];
  const keys = new Map<string, FigureKey>();
  for (const figure of measure.figures) {
    for (const window of windowsOf(year, figure.per as Period)) {
      for (const owner of await ownersOf(db, mechanism, figure.of, window.to, standing)) keys.set(`${owner} ${window.name}`, { measure: measureId, owner, window, standing });
    }
  }
  return [...keys.values()];
}

/** The owners that figures or targets speak of: units on a day, the city, or every subject of a kind that is believed. */
export async function ownersOf(db: Queryable, mechanism: Mechanism, of: FigureOwners, day: Day, standing: Standing): Promise<string[]> {
  if (of === 'city') return [CITY];
  if (Array.isArray(of)) return expandUnits(mechanism.pack, of, day);
  const { rows } = await db.query<{ subject_id: string; state: string }>('select subject_id, state from dossier where kind = $1 order by number', [of.subjects]);
  return rows.filter((it) => it.state !== 'withdrawn' && believes(standing, it.state as VerdictState)).map((it) => it.subject_id);
}

/**
 * Live figures, in the order of their keys. Two queries at most, whatever their number.
 * @param upTo the ledger's number up to which postings and mergers are looked at (absent: all)
 */
export async function readFigures(db: Queryable, mechanism: Pick<Mechanism, 'pack' | 'measures'>, keys: readonly FigureKey[], upTo?: bigint): Promise<Figure[]> {
  const all = await mergers(db, mechanism.pack, upTo);
  const wanted = new Map<string, SumKey>();
  for (const key of keys) {
    const measure = mechanism.measures.get(key.measure)!;
    figureOf(measure, key.window, (id, from) => {
      const sum = sumKey(all, id, key, from);
      wanted.set(sum.name, sum);
      return { quantity: 0n, doubt: 0 };
    });
  }
  const sums = await readSums(db, [...wanted.values()], upTo);
  return keys.map((key) => figureOf(mechanism.measures.get(key.measure)!, key.window, (id, from) => sums.get(sumKey(all, id, key, from).name)!));
}

interface SumKey {
  readonly name: string;
  readonly measure: string;
  readonly owners: readonly string[];
  readonly standing: Standing;
  readonly from: Day;
  readonly to: Day;
}

const BEGINNING = '0001-01-01';

function sumKey(all: readonly Merger[], measure: string, { owner, window, standing }: FigureKey, from: Day | null): SumKey {
  const name = [measure, owner, standing, from ?? '', window.to].join(' ');
  return { name, measure, owners: withPredecessors(all, owner, window.to), standing, from: from ?? BEGINNING, to: window.to };
}

/** Whole months are summed from their totals, where those are nearly up to date; the rest from postings. */
async function readSums(db: Queryable, keys: readonly SumKey[], upTo: bigint | undefined): Promise<Map<string, Sum>> {
  if (upTo !== undefined || (await unfolded(db)) > MOST_UNFOLDED) return sumPostings(db, keys, upTo);
  const [months, days] = [keys.filter(isWholeMonths), keys.filter((it) => !isWholeMonths(it))];
  const sums = await Promise.all([months.length > 0 ? sumMonths(db, months) : [], days.length > 0 ? sumPostings(db, days, undefined) : []]);
  return new Map(sums.flatMap((it) => [...it]));
}

/** So many postings beside the totals cost more than the ranges of the index that totals save. */
const MOST_UNFOLDED = 20_000;

function isWholeMonths({ from, to }: SumKey): boolean {
  return from.endsWith('-01') && addDays(to, 1).endsWith('-01');
}

/** In one statement, so on one state: the totals, and the postings that they do not have yet. */
async function sumMonths(db: Queryable, keys: readonly SumKey[]): Promise<Map<string, Sum>> {
  const { rows } = await db.query<{ place: number; quantity: string; doubt: string }>(
    `with wanted as (
       select t.ordinality::int as place, t.measure, o.owner, t.standing, t.from_day, t.to_day
       from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[]) with ordinality as t (measure, owners, standing, from_day, to_day)
       cross join lateral unnest(string_to_array(t.owners, ' ')) as o (owner)
     ), late as materialized (
       select measure, owner, standing, day, quantity, doubt from posting where seq > coalesce((select max(up_to) from total_fold), 0) order by seq
     )
     select place, sum(quantity) as quantity, sum(doubt) as doubt from (
       select place, 0::numeric as quantity, 0::bigint as doubt from wanted
       union all
       select w.place, m.quantity, m.doubt from wanted w join month_total m on m.measure = w.measure and m.owner = w.owner and m.standing = w.standing and m.month between w.from_day and w.to_day
       union all
       select w.place, p.quantity, p.doubt from wanted w join late p on p.measure = w.measure and p.owner = w.owner and p.standing = w.standing and p.day between w.from_day and w.to_day
     ) summed group by place`,
    [keys.map((it) => it.measure), keys.map((it) => it.owners.join(' ')), keys.map((it) => it.standing), keys.map((it) => it.from), keys.map((it) => it.to)],
  );
  return sumsOf(keys, rows);
}

function sumsOf(keys: readonly SumKey[], rows: readonly { place: number; quantity: string; doubt: string }[]): Map<string, Sum> {
  return new Map(rows.map((it) => [keys[it.place - 1]!.name, { quantity: decimal(it.quantity), doubt: Number(it.doubt) }]));
}

/** Each sum is a range of the covering index. */
async function sumPostings(db: Queryable, keys: readonly SumKey[], upTo: bigint | undefined): Promise<Map<string, Sum>> {
  const { rows } = await db.query<{ place: number; quantity: string; doubt: string }>(
    `select k.place, coalesce(sum(p.quantity), 0) as quantity, coalesce(sum(p.doubt), 0) as doubt
     from (select ordinality::int as place, measure, string_to_array(owners, ' ') as owners, standing, from_day, to_day
           from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[]) with ordinality as t (measure, owners, standing, from_day, to_day)) k
     cross join lateral unnest(k.owners) as o (owner)
     left join posting p on p.measure = k.measure and p.owner = o.owner and p.standing = k.standing and p.day between k.from_day and k.to_day
       and ($6::bigint is null or p.seq <= $6)
     group by k.place`,
    [keys.map((it) => it.measure), keys.map((it) => it.owners.join(' ')), keys.map((it) => it.standing), keys.map((it) => it.from), keys.map((it) => it.to), upTo === undefined ? null : String(upTo)],
  );
  return sumsOf(keys, rows);
}

/** One line of a figure's drill-down: what a subject brings to it. */
export interface Contribution {
  readonly subject: string;
  readonly kind: string;
  readonly number: string;
  readonly day: Day;
  readonly quantity: string;
  readonly doubt: number;
  readonly unit: string;
}

/** The postings of a figure, summed by subject and day; what cancelled out is left out. */
export async function readContributions(db: Queryable, mechanism: Mechanism, measure: string, key: FigureKey, upTo?: bigint): Promise<Contribution[]> {
  const format = mechanism.measures.get(measure)!;
  const owners = withPredecessors(await mergers(db, mechanism.pack, upTo), key.owner, key.window.to);
  const from = 'state' in format ? BEGINNING : key.window.from;
  const { rows } = await db.query<{ subject: string; kind: string; number: string; day: Day; quantity: string; doubt: string; unit: string }>(
    `select p.subject_id as subject, s.kind, s.number, p.day, p.owner as unit, trim_scale(sum(p.quantity))::text as quantity, sum(p.doubt) as doubt
     from posting p join subject s on s.id = p.subject_id
     where p.measure = $1 and p.owner = any($2) and p.standing = $3 and p.day between $4 and $5 and ($6::bigint is null or p.seq <= $6)
     group by p.subject_id, s.kind, s.number, p.day, p.owner having sum(p.quantity) <> 0 or sum(p.doubt) <> 0
     order by p.day, s.number`,
    [measure, owners, key.standing, from, key.window.to, upTo === undefined ? null : String(upTo)],
  );
  return rows.map((it) => ({ ...it, doubt: Number(it.doubt) }));
}
