import type { Database, Queryable } from '../base/database.ts';
import { transact, type Transaction } from '../base/transaction.ts';
import { LEDGER_LOCK, lastSeq } from './ledger.ts';

/** So many numbers of the ledger are worth a fold; so many at most are folded while nobody may write. */
const WORTH = 1_000;
const SLICE = 100_000;

/** How many numbers of the ledger the totals of the months do not have yet. */
export async function unfolded(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ behind: string }>("select coalesce(pg_sequence_last_value('ledger_seq'), 0) - coalesce((select max(up_to) from total_fold), 0) as behind", []);
  return Number(rows[0]!.behind);
}

/**
 * Brings the totals of the months up to the newest posting, while nobody is writing; where somebody is, it is left for another time.
 * Figures are right whenever this is done: what came later they sum from the postings.
 * @param worth fewer new numbers than these are left
 */
export async function foldTotals(database: Database, worth = WORTH): Promise<void> {
  while ((await unfolded(database)) >= Math.max(1, worth)) {
    if (!(await transact(database, foldSlice))) return;
  }
}

/** @returns whether it was done */
async function foldSlice(tx: Transaction): Promise<boolean> {
  // Every writer of postings holds it shared to its end: so all numbers up to the last are seen, and none below comes later.
  const { rows: lock } = await tx.query<{ held: boolean }>('select pg_try_advisory_xact_lock($1) as held', [LEDGER_LOCK]);
  if (!lock[0]!.held) return false;
  const { rows } = await tx.query<{ up_to: string }>('select coalesce(max(up_to), 0) as up_to from total_fold', []);
  const from = BigInt(rows[0]!.up_to);
  const last = await lastSeq(tx);
  const to = last - from > SLICE ? from + BigInt(SLICE) : last;
  if (to <= from) return false;
  await tx.query(
    `insert into month_total (measure, owner, standing, month, quantity, doubt)
     select measure, owner, standing, date_trunc('month', day)::date, sum(quantity), sum(doubt) from posting where seq > $1 and seq <= $2 group by 1, 2, 3, 4
     on conflict (measure, owner, standing, month) do update set quantity = month_total.quantity + excluded.quantity, doubt = month_total.doubt + excluded.doubt`,
    [String(from), String(to)],
  );
  await tx.query('insert into total_fold (up_to) values ($1)', [String(to)]);
  return true;
}
