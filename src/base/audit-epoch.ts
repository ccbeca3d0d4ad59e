import { openAuditKeys, type AuditKeys } from './audit-keys.ts';
import type { Database, Queryable } from './database.ts';

/**
 * Lets the numbers of transactions go on above those of the rows that are there, where these came from another server
 * (a restore). Does nothing where they do so already. Where it does something, nothing else may be writing.
 * @param sql as the owner of the tables
 */
export async function raiseAuditEpoch(sql: Queryable): Promise<void> {
  await sql.query(
    `update audit_epoch set "offset" = it.highest
     from (select greatest((select max(xid) from audit), (select max(to_xid) from audit_seal)) as highest) it
     where it.highest >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint + "offset"`,
  );
}

/**
 * Prepares a database for writing: the keys of the folder, made and claimed for this database at its first start.
 * @param owner the database as the owner of its tables, migrated
 * @param folder where the keys are
 * @throws Refusal 'no-audit-keys', 'bad-audit-keys', 'other-audit-keys' where they are not those that it was sealed with
 */
export async function claimAuditKeys(owner: Database, folder: string): Promise<AuditKeys> {
  const keyOf = async () => (await owner.query<{ key: string | null }>('select key from audit_epoch')).rows[0]!.key;
  const expected = await keyOf();
  const keys = await openAuditKeys(folder, expected);
  if (expected === null) {
    await owner.query('update audit_epoch set key = $1 where key is null', [keys.id]);
    // Another process may have been first.
    await openAuditKeys(folder, await keyOf());
  }
  await raiseAuditEpoch(owner);
  return keys;
}
