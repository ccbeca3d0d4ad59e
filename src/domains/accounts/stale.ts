import type { Database, Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { lockAdministrators, isLastAdministrator } from './grant-store.ts';
import { disableAccount, holdAccount } from './store.ts';
import { STALE_DAYS } from './terms.ts';

/** Accounts of people that nobody signed in to for 90 days. */
async function staleAccounts(db: Queryable, now: Date | undefined, account?: string): Promise<{ id: string; unit: string }[]> {
  const { rows } = await db.query<{ id: string; unit: string }>(
    `select id, unit from account where disabled_at is null and not demo and used_at <= coalesce($1::timestamptz, clock_timestamp()) - make_interval(days => $2) and ($3::uuid is null or id = $3) order by id`,
    [now, STALE_DAYS, account ?? null],
  );
  return rows;
}

/** Disables an account that was not used for 90 days; never the last of an administration, for nobody could open it again. @returns whether it did */
export async function closeIfStale(tx: Transaction, id: string, now: Date | undefined): Promise<boolean> {
  if (!(await holdAccount(tx, id)) || (await staleAccounts(tx, now, id)).length === 0) return false;
  await lockAdministrators(tx);
  return (await isLastAdministrator(tx, id)) ? false : disableAccount(tx, id);
}

/** Closes every account that was not used for 90 days; each by an audit row of its own. @returns how many */
export async function closeStaleAccounts(database: Database, now?: Date): Promise<number> {
  let closed = 0;
  for (const { id, unit } of await staleAccounts(database, now)) {
    if (await isLastAdministrator(database, id)) continue;
    closed += await write(database, { id: crypto.randomUUID(), account: null, body: ['closeStaleAccounts', id] }, async (tx) => {
      const done = await closeIfStale(tx, id, now);
      return { answer: done ? 1 : 0, audit: [{ unit, action: 'accounts:close-stale', objectKind: 'account', objectId: id, detail: { done } }] };
    });
  }
  return closed;
}
