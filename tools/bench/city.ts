import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openPlatform, type Platform } from '../../src/app/platform.ts';
import { startEmbeddedPostgres } from '../../src/app/postgres/start.ts';
import { type Database, openDatabase } from '../../src/base/database.ts';
import { transact } from '../../src/base/transaction.ts';
import { record } from '../../src/ledger/record.ts';
import type { Author, Statement } from '../../src/ledger/statements.ts';
import { resolveSubjects, subjectKey } from '../../src/ledger/subjects.ts';

export const TODAY = '2026-06-30';
/** A park with work of its own in the pack that the bench runs on. */
export const PARK = 'gaoxinqu';

/** A city on a database of its own, empty but for its pack. */
export interface City extends Platform {
  /** The owner's log-in. */
  readonly url: string;
  /** As the owner of the tables: to fill them. */
  readonly owner: Database;
}

/** Makes cities on one PostgreSQL of the bench's own. */
export interface Cities {
  make(): Promise<City>;
  /** The server's version and settings that bear on speed. */
  describe(): Promise<string>;
}

/** Starts a PostgreSQL as the platform starts it, in a folder of its own; stopped and removed in the end, also on Ctrl-C. */
export async function withCities<T>(work: (cities: Cities) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-bench-'));
  const server = await startEmbeddedPostgres({ dataDir });
  const open: City[] = [];
  const end = async (): Promise<void> => {
    await Promise.all(open.map((it) => Promise.allSettled([it.close(), it.owner.close()])));
    await server.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().finally(() => process.exit(130)));
  const admin = openDatabase(server.url);
  try {
    return await work({
      make: async () => {
        const name = `city_${open.length + 1}`;
        await admin.query(`create database ${name}`);
        const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
        const platform = await openPlatform({ dataDir: join(dataDir, name), databaseUrl: url, packDir: undefined, today: TODAY });
        const city = { ...platform, url, owner: openDatabase(url) };
        open.push(city);
        return city;
      },
      describe: async () => {
        const { rows } = await admin.query<{ name: string; setting: string }>("select name, current_setting(name) as setting from pg_settings where name in ('server_version', 'shared_buffers', 'fsync', 'synchronous_commit', 'full_page_writes') order by name");
        return rows.map((it) => `${it.name} ${it.setting}`).join(', ');
      },
    });
  } finally {
    await admin.close();
    await end();
  }
}

/** Plain connections to a city's database, without anything of ours. */
export function barePool({ url }: City, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  pool.on('error', () => undefined);
  return pool;
}

export function author(request: string = crypto.randomUUID()): Author {
  return { unit: PARK, account: null, request, today: TODAY };
}

/** Records projects of the park, a thousand at a time. @returns their ids */
export async function recordProjects({ database, ledger }: Platform, count: number, more: Partial<Statement> = {}): Promise<{ id: string; number: string }[]> {
  const made: { id: string; number: string }[] = [];
  while (made.length < count) {
    const numbers = Array.from({ length: Math.min(1000, count - made.length) }, (_, index) => `XM-${made.length + index + 1}`);
    made.push(...(await transact(database, async (tx) => {
      const ids = await resolveSubjects(tx, numbers.map((number) => ({ kind: 'project', number })));
      const projects = numbers.map((number) => ({ id: ids.get(subjectKey({ kind: 'project', number }))!, number }));
      const entry = { fields: { name: '高端装备生产线', investor: '某装备公司', type: '产业项目', planned: '500000000000', currency: '人民币', agreement: '正式协议' }, references: {}, credits: [{ unit: PARK, share: '1' }] };
      await record(tx, ledger, author(), projects.map((it) => ({ subject: { ...it, kind: 'project' }, entry, ...more })));
      return projects;
    })));
  }
  return made;
}
