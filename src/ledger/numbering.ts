import type { Queryable } from '../base/database.ts';
import { type Day, yearOf } from '../kernel/day.ts';

/**
 * The next numbers of a register that numbers by itself (`XM-{year}-####`).
 * @param lock whether others who number wait until the transaction ends: two who enter at once never get the same number
 */
export async function nextNumbers(db: Queryable, kind: string, numbering: string, today: Day, count: number, lock: boolean): Promise<string[]> {
  const prefix = numbering.replace(/#+$/, '').replace('{year}', String(yearOf(today)));
  const digits = /#+$/.exec(numbering)![0].length;
  if (lock) await db.query("select pg_advisory_xact_lock(hashtext('numbering:' || $1))", [prefix]);
  const { rows } = await db.query<{ last: string | null }>("select max(substr(number, length($2) + 1)::bigint) as last from subject where kind = $1 and starts_with(number, $2) and substr(number, length($2) + 1) ~ '^[0-9]{1,15}$'", [kind, prefix]);
  const last = Number(rows[0]!.last ?? 0);
  return Array.from({ length: count }, (_, index) => prefix + String(last + index + 1).padStart(digits, '0'));
}
