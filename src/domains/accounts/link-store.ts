import { fingerprint, type Keyed } from '../../base/sealed-value.ts';
import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import { deleteSessions } from './session-store.ts';

/** How a person at the provider is kept: nobody learns an id of theirs from the database. */
export function subjectMac(keyed: Keyed, issuer: string, subject: string): string {
  return fingerprint(keyed, JSON.stringify(['single sign-on', issuer, subject]));
}

/** The account that a person at the provider logs in to. */
export async function findLinked(db: Queryable, mac: string): Promise<{ id: string; unit: string } | undefined> {
  return (await db.query<{ id: string; unit: string }>('select a.id, a.unit from oidc_link l join account a on a.id = l.account_id where l.subject_mac = $1 and l.ended_at is null', [mac])).rows[0];
}

/** Links an account: its password, one-time code and sessions are gone. @returns false where the account or the person is linked already */
export async function insertLink(tx: Transaction, account: string, mac: string, by: string): Promise<boolean> {
  const { rowCount } = await tx.query('insert into oidc_link (account_id, subject_mac, linked_by) values ($1, $2, $3) on conflict do nothing', [account, mac, by]);
  if (rowCount !== 1) return false;
  await tx.query('update account set password_hash = null, password_at = null where id = $1', [account]);
  await tx.query('delete from activation_code where account_id = $1', [account]);
  await deleteSessions(tx, account);
  return true;
}

/** Ends an account's link and its sessions. @returns whether there was one */
export async function endLink(tx: Transaction, account: string, by: string): Promise<boolean> {
  const { rowCount } = await tx.query('update oidc_link set ended_by = $2, ended_at = clock_timestamp() where account_id = $1 and ended_at is null', [account, by]);
  await deleteSessions(tx, account);
  return rowCount === 1;
}
