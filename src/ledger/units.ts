import type { Queryable } from '../base/database.ts';
import type { Day } from '../kernel/day.ts';
import type { Pack } from '../mechanism/format/pack.ts';

/** A unit that was taken over by another. */
export interface Merger {
  readonly unit: string;
  readonly into: string;
  readonly day: Day;
}

/** Mergers that the pack knows, and those enacted since. */
export async function mergers(db: Queryable, pack: Pack): Promise<Merger[]> {
  const { rows } = await db.query<Merger>('select unit, merged_into as into, day from unit_merger order by seq');
  const enacted = new Set(rows.map((it) => it.unit));
  const written = pack.units.flatMap((it) => (it.mergedInto && !enacted.has(it.id) ? [{ unit: it.id, into: it.mergedInto.unit, day: it.mergedInto.on }] : []));
  return [...written, ...rows];
}

/** A unit and all that it took over by a day: whose postings its figure shows in a window that ends then or later. */
export function withPredecessors(all: readonly Merger[], unit: string, windowEnd: Day): string[] {
  const found = new Set([unit]);
  for (const it of found) for (const merger of all) if (merger.into === it && merger.day <= windowEnd) found.add(merger.unit);
  return [...found];
}
