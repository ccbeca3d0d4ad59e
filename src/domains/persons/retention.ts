import { audit } from '../../base/audit.ts';
import type { Database } from '../../base/database.ts';
import { transact } from '../../base/transaction.ts';
import { passingColumns } from './terms.ts';

/** Empties what was held as long as the register of personal data allows. @returns how many values */
export async function forgetExpiredDetails(database: Database): Promise<number> {
  return transact(database, async (tx) => {
    let count = 0;
    for (const { column, days } of passingColumns()) {
      const { rowCount } = await tx.query(`update person set ${column} = null where ${column} is not null and kept_at < clock_timestamp() - make_interval(days => $1)`, [days]);
      count += rowCount ?? 0;
    }
    if (count > 0) await audit(tx, [{ account: null, unit: null, action: 'persons:expire', objectKind: 'person', objectId: 'expired', request: crypto.randomUUID(), detail: { values: count } }]);
    return count;
  });
}
