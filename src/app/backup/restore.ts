import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { appliedMigrations, applyMigration, type Migration, MIGRATION_LOCK, readMigrations, UNFINISHED_RESTORE } from '../../base/migrate.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { refuseUnsafeSettings } from '../postgres/safety.ts';
import { allTables, readTables } from './catalog.ts';
import { withOwner } from './connect.ts';
import { damaged } from './container.ts';
import { copyOut } from './copy.ts';
import { type Manifest, tablePart } from './manifest.ts';
import type { Backup } from './open-backup.ts';

/**
 * Puts a backup's rows into an empty database, in one transaction: the schema as it was, every row, the sequences, and every
 * table's hash compared. Needs the owner of the database, no superuser. Where it is cut off, the database refuses to start and
 * can be restored again.
 * @param beside puts in place what must stand beside the database (keys, witness): the last thing before all of it counts
 * @throws Refusal 'old-server', 'unsafe-setting', 'newer-backup', 'changed-migration', 'not-empty', 'damaged-backup', 'restore-differs'
 */
export async function restoreDatabase(url: string, backup: Backup, beside: () => Promise<void>, say: (line: string) => void): Promise<void> {
  const migrations = await migrationsOf(backup.manifest);
  await withOwner(url, async (client) => {
    await refuseUnsafeSettings(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const begunBefore = await markBegun(client);
    await client.query('begin');
    try {
      await client.query(`drop table ${UNFINISHED_RESTORE}`);
      await appliedMigrations(client);
      for (const one of migrations) await applyMigration(client, one);
      await load(client, backup, say);
      for (const it of backup.manifest.sequences) await client.query('select setval($1::regclass, $2, $3)', [pg.escapeIdentifier(it.name), it.value, it.called]);
      await compare(client, backup.manifest, say);
      await beside();
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      if (!begunBefore) await client.query(`drop table ${UNFINISHED_RESTORE}`).catch(() => undefined);
      throw error;
    }
    await client.query('analyze');
  });
}

/** The migrations that the backup's database had seen, as this program knows them. */
async function migrationsOf(manifest: Manifest): Promise<Migration[]> {
  const known = await readMigrations();
  return manifest.migrations.map(({ name, hash }) => {
    const own = known.find((it) => it.name === name);
    if (!own) throw new Refusal('newer-backup', `这个备份来自更新版本的程序（${name}），当前程序不认识它。请换用新版本的程序恢复。`);
    if (own.hash !== hash) throw new Refusal('changed-migration', `这个备份按另一份 ${name} 建库，与当前程序的不同。请换用原来发布的程序恢复。`);
    return own;
  });
}

/** @returns whether a restore was begun here before and not finished */
async function markBegun(client: pg.Client): Promise<boolean> {
  const tables = await allTables(client);
  const begun = tables.includes(UNFINISHED_RESTORE);
  if (tables.some((it) => it !== UNFINISHED_RESTORE)) throw new Refusal('not-empty', '这里的数据库已经有数据，没有恢复任何内容。请恢复到空的数据目录（--data）或空的数据库（DATABASE_URL）。');
  if (!begun) await client.query(`create table ${UNFINISHED_RESTORE} (begun_at timestamptz not null default clock_timestamp())`);
  return begun;
}

async function load(client: pg.Client, { manifest, read }: Backup, say: (line: string) => void): Promise<void> {
  const tables = await readTables(client);
  const shape = (all: readonly { name: string; columns: readonly string[] }[]): string => JSON.stringify(all.map((it) => [it.name, it.columns]).sort());
  if (shape(tables) !== shape(manifest.tables)) throw damaged('清单里的表与建库脚本不符');
  // Migrations put first rows into some tables.
  await client.query(`truncate ${(await allTables(client)).map((it) => pg.escapeIdentifier(it)).join(', ')}`);
  for (const [index, { name, columns }] of tables.entries()) {
    const into = client.query(from(`copy ${pg.escapeIdentifier(name)} (${columns.map((it) => pg.escapeIdentifier(it)).join(', ')}) from stdin`));
    await pipeline(await read(tablePart(name)), into);
    say(`已恢复 ${name}：${into.rowCount} 行（${index + 1}/${tables.length}）`);
  }
}

async function compare(client: pg.Client, manifest: Manifest, say: (line: string) => void): Promise<void> {
  for (const table of await readTables(client)) {
    const found = await copyOut(client, table, new Writable({ write: (_chunk, _encoding, done) => done() }));
    const wanted = manifest.tables.find((it) => it.name === table.name)!;
    if (found.sha256 !== wanted.sha256 || found.rows !== wanted.rows) throw new Refusal('restore-differs', `恢复后 ${table.name} 的内容与备份不符，已全部撤回。请换一个备份文件，或检查数据库后重试。`);
  }
  say('逐表核对一致。');
}
