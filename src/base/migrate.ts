import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Refusal } from '../kernel/refusal.ts';
import type { Database } from './database.ts';

const FOLDER = new URL('../../db/migrations/', import.meta.url);
/** Any constant of our own: only one process migrates at a time. */
const LOCK = 732_001;

/**
 * Applies the migrations that the database has not seen, forward only, each in its own transaction, under a lock.
 * @param database as the owner of the tables
 * @returns the names that were applied now
 * @throws Refusal 'newer-schema' where the database was migrated by a newer version
 */
export async function migrate(database: Database): Promise<string[]> {
  const files = (await readdir(FOLDER)).filter((it) => it.endsWith('.sql')).sort();
  return database.withClient(async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    try {
      await client.query('create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default clock_timestamp())');
      const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration');
      const applied = new Map(rows.map((it) => [it.name, it.hash]));
      for (const name of applied.keys()) {
        if (!files.includes(name)) throw new Refusal('newer-schema', `数据库由更新的版本升级过（${name}），当前程序不认识它。请换用新版本的程序启动。`);
      }
      const now: string[] = [];
      for (const name of files) {
        const sql = await readFile(new URL(name, FOLDER), 'utf8');
        const hash = createHash('sha256').update(sql).digest('hex');
        const known = applied.get(name);
        if (known !== undefined && known !== hash) throw new Error(`migration ${name} was changed after it was applied`);
        if (known !== undefined) continue;
        await client.query('begin');
        try {
          await client.query(sql);
          await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
          await client.query('commit');
        } catch (error) {
          await client.query('rollback');
          throw error;
        }
        now.push(name);
      }
      return now;
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK]);
    }
  });
}
