import type { Queryable } from '../base/database.ts';
import { type Decimal, decimal } from '../kernel/decimal.ts';
import type { Standing } from '../mechanism/dossier.ts';
import type { Freeze } from './freeze.ts';

/** What was recorded after a freeze for days inside it: shown as its own line in the open period. */
export interface Adjustment {
  readonly freeze: string;
  readonly window: string;
  readonly measure: string;
  readonly owner: string;
  readonly quantity: Decimal;
  /** How many subjects moved; what came and went again is not among them. */
  readonly subjects: number;
}

/** The adjustments to frozen periods, each day belonging to the first freeze that covered it. */
export async function readAdjustments(db: Queryable, freezes: readonly Freeze[], standing: Standing, year: number): Promise<Adjustment[]> {
  const found: Adjustment[] = [];
  for (const [index, it] of freezes.entries()) {
    if (Number(it.from.slice(0, 4)) !== year) continue;
    const earlier = freezes.slice(0, index);
    const { rows } = await db.query<{ measure: string; owner: string; quantity: string; subjects: string }>(
      `select measure, owner, sum(quantity) as quantity, count(*) as subjects
       from (select measure, owner, subject_id, sum(quantity) as quantity
             from posting p
             where standing = $1 and day between $2 and $3 and seq > $4
               and not exists (select from unnest($5::date[], $6::date[]) as e (from_day, to_day) where p.day between e.from_day and e.to_day)
             group by measure, owner, subject_id having sum(quantity) <> 0) moved
       group by measure, owner having sum(quantity) <> 0
       order by measure, owner`,
      [standing, it.from, it.to, String(it.lastSeq), earlier.map((one) => one.from), earlier.map((one) => one.to)],
    );
    found.push(...rows.map((row) => ({ freeze: it.id, window: it.window, measure: row.measure, owner: row.owner, quantity: decimal(row.quantity), subjects: Number(row.subjects) })));
  }
  return found;
}
