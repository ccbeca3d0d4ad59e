import { claimAuditKeys } from '../../base/audit-epoch.ts';
import { openDatabase } from '../../base/database.ts';
import { readMigrations } from '../../base/migrate.ts';
import { write } from '../../base/write.ts';
import { auditKeyFolder } from '../platform.ts';

/**
 * Leaves an audit row of a backup or a restore: it touches everybody's data. A database that waits for its upgrade, and so has
 * not the audit of this version, is passed over.
 * @param action what is about to be done, or was done
 * @param id the backup's
 */
export async function tellAudit(url: string, dataDir: string, action: 'backup:make' | 'backup:restore', id: string): Promise<void> {
  const owner = openDatabase(url);
  try {
    const { rows: [found] } = await owner.query<{ is: boolean }>("select to_regclass('migration') is not null as is");
    const rows = found!.is ? (await owner.query<{ name: string }>('select name from migration')).rows : [];
    if ((await readMigrations()).some((it) => !rows.some((row) => row.name === it.name))) return;
    const keys = await claimAuditKeys(owner, auditKeyFolder(dataDir));
    const database = openDatabase(url, 'tandem_app', keys);
    await write(database, { id: crypto.randomUUID(), account: null, body: [action, id] }, async () => ({
      answer: id,
      audit: [{ unit: null, action, objectKind: 'backup', objectId: id }],
    })).finally(() => database.close());
  } finally {
    await owner.close();
  }
}
