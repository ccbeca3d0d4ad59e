import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, withDatabase } from '../database.ts';

/** A database without a table, and an empty data folder beside it. */
export interface EmptyPlace extends TestDatabase {
  readonly dataDir: string;
  /** Makes both empty again. */
  clear(): Promise<void>;
}

/** Gives `work` an empty place on the test server. */
export async function withEmptyPlace<T>(work: (place: EmptyPlace) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-restore-'));
  try {
    return await withDatabase(async (test) => {
      const clear = async (): Promise<void> => {
        await test.owner.query('drop schema public cascade');
        await test.owner.query('create schema public');
        await rm(dataDir, { recursive: true, force: true });
      };
      await clear();
      return work({ ...test, dataDir, clear });
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The names of a database's tables. */
export async function tablesOf({ owner }: Pick<TestDatabase, 'owner'>): Promise<string[]> {
  return (await owner.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1")).rows.map((it) => it.name);
}
