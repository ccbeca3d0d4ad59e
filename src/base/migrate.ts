import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Refusal } from '../kernel/refusal.ts';
import type { Database, Queryable } from './database.ts';

const FOLDER = new URL('../../db/migrations/', import.meta.url);
/** Any constant of our own: only one process migrates (or restores) at a time. */
export const MIGRATION_LOCK = 732_001;
/** Stands in a database from the first moment of a restore until all of it is in. */
export const UNFINISHED_RESTORE = 'restore_unfinished';

/** One step of the schema: forward only, never changed once it has been applied anywhere. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
}

/** The migrations of this version of the program, in their order. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((it) => it.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => {
    const sql = await readFile(new URL(name, FOLDER), 'utf8');
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
  }));
}

/**
 * Applies the migrations that the database has not seen, forward only, each in its own transaction, under a lock.
 * A process that is killed half way leaves whole migrations; the next start goes on after them.
 * @param database as the owner of the tables
 * @returns the names that were applied now
 * @throws Refusal 'newer-schema' where the database was migrated by a newer version, 'changed-migration' where by another one,
 *   'restore-unfinished' where a restore was begun and not finished
 */
export async function migrate(database: Database): Promise<string[]> {
  const migrations = await readMigrations();
  return database.withClient(async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await refuseUnfinishedRestore(client);
      const waiting = refuseOtherSchema(migrations, await appliedMigrations(client));
      for (const one of waiting) {
        await client.query('begin');
        try {
          await applyMigration(client, one);
          await client.query('commit');
        } catch (error) {
          await client.query('rollback').catch(() => undefined);
          throw error;
        }
      }
      // So that a running process sees that a newer one has migrated.
      await client.query('grant select on migration to tandem_app');
      return waiting.map((it) => it.name);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    }
  });
}

/** The migrations that a database has seen, by name with their hashes; makes the table that keeps them where it is absent. */
export async function appliedMigrations(client: Queryable): Promise<{ name: string; hash: string }[]> {
  await client.query('create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default clock_timestamp())');
  return (await client.query<{ name: string; hash: string }>('select name, hash from migration order by name')).rows;
}

/** Applies one migration; the transaction is the caller's. */
export async function applyMigration(client: Queryable, { name, sql, hash }: Migration): Promise<void> {
  await client.query(sql);
  await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
}

/** @returns the migrations that have not been applied */
function refuseOtherSchema(migrations: readonly Migration[], applied: readonly { name: string; hash: string }[]): Migration[] {
  for (const { name, hash } of applied) {
    const own = migrations.find((it) => it.name === name);
    if (!own) throw new Refusal('newer-schema', `数据库由更新的版本升级过（${name}），当前程序不认识它。请换用新版本的程序启动。`);
    if (own.hash !== hash) throw new Refusal('changed-migration', `数据库按另一份 ${name} 升级过，与当前程序的不同。请换用原来发布的程序启动。`);
  }
  return migrations.filter((it) => !applied.some((one) => one.name === it.name));
}

async function refuseUnfinishedRestore(client: Queryable): Promise<void> {
  const { rows } = await client.query<{ found: string | null }>('select to_regclass($1)::text as found', [UNFINISHED_RESTORE]);
  if (rows[0]!.found === null) return;
  throw new Refusal('restore-unfinished', '这里的恢复没有完成，数据不全，因此拒绝启动。请再次运行 ./tandem restore 备份文件。');
}
