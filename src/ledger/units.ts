import type { Queryable } from '../base/database.ts';
import type { Transaction } from '../base/transaction.ts';
import type { Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Pack } from '../mechanism/format/pack.ts';
import type { UnitFormat } from '../mechanism/format/units.ts';
import { unitName } from '../mechanism/units.ts';
import { type Ledger, LEDGER_LOCK } from './ledger.ts';
import type { Author } from './statements.ts';

/** A unit that was taken over by another. */
export interface Merger {
  readonly unit: string;
  readonly into: string;
  readonly day: Day;
}

/** Mergers that the pack knows, and those enacted since, up to a number of the ledger (absent: all). */
export async function mergers(db: Queryable, pack: Pack, upTo?: bigint): Promise<Merger[]> {
  const { rows } = await db.query<Merger>('select unit, merged_into as into, day from unit_merger where $1::bigint is null or seq <= $1 order by seq', [upTo === undefined ? null : String(upTo)]);
  const enacted = new Set(rows.map((it) => it.unit));
  const written = pack.units.flatMap((it) => (it.mergedInto && !enacted.has(it.id) ? [{ unit: it.id, into: it.mergedInto.unit, day: it.mergedInto.on }] : []));
  return [...written, ...rows];
}

/** Enacted mergers as one value of a query, for what is asked in one round trip: as `unitsWithin` takes them. */
export const ENACTED_MERGERS = "coalesce((select jsonb_agg(jsonb_build_object('unit', m.unit, 'into', m.merged_into, 'day', m.day::text)) from unit_merger m), '[]')";

/** The units that stand on a day, in the pack's order: those that began, did not end, and were not taken over. */
export async function standingUnits(db: Queryable, pack: Pack, today: Day): Promise<UnitFormat[]> {
  const gone = new Set((await mergers(db, pack)).filter((it) => it.day <= today).map((it) => it.unit));
  return pack.units.filter((it) => (it.from ?? '') <= today && (it.to === undefined || today <= it.to) && !gone.has(it.id));
}

/** A unit and all that it took over by a day: whose postings its figure shows in a window that ends then or later. */
export function withPredecessors(all: readonly Merger[], unit: string, windowEnd: Day): string[] {
  const found = new Set([unit]);
  for (const it of found) for (const merger of all) if (merger.into === it && merger.day <= windowEnd) found.add(merger.unit);
  return [...found];
}

/** A merger on the document that enacts it. */
export interface NewMerger extends Merger {
  readonly document: string;
}

const FOR_EVER = '9999-12-31';

/**
 * Enacts a merger: from its day on the successor's figures show the unit's postings too. Postings keep the unit of their day,
 * and what was frozen before stays as printed.
 * @throws Refusal 'missing', 'unknown-unit', 'same-unit', 'already-merged', 'merger-circle'
 */
export async function mergeUnits(tx: Transaction, ledger: Ledger, author: Author, merger: NewMerger): Promise<void> {
  const { pack } = ledger.mechanism;
  const { unit, into, day, document } = merger;
  const name = (id: string): string => `“${unitName(pack, id)}”`;
  if (document.trim() === '') throw new Refusal('missing', '请写明合并所依据的文件。');
  for (const id of [unit, into]) if (!pack.units.some((it) => it.id === id)) throw new Refusal('unknown-unit', `没有单位${name(id)}，请从单位名录中选择。`);
  if (unit === into) throw new Refusal('same-unit', `${name(unit)}不能并入自己，请另选并入的单位。`);
  await tx.query('select pg_advisory_xact_lock($1)', [LEDGER_LOCK]);
  const all = await mergers(tx, pack);
  const earlier = all.find((it) => it.unit === unit);
  if (earlier) throw new Refusal('already-merged', `${name(unit)}已于${earlier.day}并入${name(earlier.into)}，不能再并一次。`);
  if (withPredecessors(all, unit, FOR_EVER).includes(into)) throw new Refusal('merger-circle', `${name(into)}已经并入${name(unit)}，不能反过来再并，请核对两个单位。`);
  await tx.query('insert into unit_merger (unit, merged_into, day, document, account, request) values ($1, $2, $3, $4, $5, $6)', [unit, into, day, document, author.account, author.request]);
}
