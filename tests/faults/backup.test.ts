import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NOT_KEPT } from '../../src/app/backup/catalog.ts';
import { makeBackup } from '../../src/app/backup/make-backup.ts';
import { restorePlatform } from '../../src/app/backup/restore-platform.ts';
import { openLedger } from '../../src/app/platform.ts';
import { readPackFolder } from '../../src/app/pack-folder.ts';
import { openAuditKeys } from '../../src/base/audit-keys.ts';
import { sealAll } from '../../src/base/audit-sealer.ts';
import { verifyAudit } from '../../src/base/audit-verify.ts';
import { type Database, openDatabase } from '../../src/base/database.ts';
import { selfAudit } from '../../src/ledger/self-audit.ts';
import { withBusyCity } from './busy-city.ts';
import { type EmptyPlace, tablesOf, withEmptyPlace } from './empty-database.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 20);
const silent = (): void => undefined;

/** What must hold of any moment of a city that is written to: whole acts, everything acknowledged before, both audits. */
async function expectWhole(place: EmptyPlace, acknowledged: readonly string[]): Promise<void> {
  const count = async (sql: string, values: unknown[] = []): Promise<number> => (await place.owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values)).rows[0]!.n;
  expect(await count('request where id = any($1)', [acknowledged])).toBe(acknowledged.length);
  expect(await count('request where answer is null')).toBe(0);
  expect(await count('fact f where not exists (select from audit a where a.request = f.request)')).toBe(0);
  expect(await count("audit a where a.action = 'test:record' and not exists (select from fact f where f.request = a.request)")).toBe(0);
  const database = openDatabase(place.url, 'tandem_app', await openAuditKeys(join(place.dataDir, 'keys'), null));
  try {
    expect(await selfAudit(database, await openLedger(database, await readPackFolder(join(place.dataDir, 'pack'))))).toEqual([]);
    const witness = { folder: join(place.dataDir, 'witness'), own: true };
    await sealAll(database, [witness]);
    const { findings, seals } = await verifyAudit(database, [witness]);
    expect([findings.sentences, seals > 0]).toEqual([[], true]);
  } finally {
    await database.close();
  }
}

it(`${ROUNDS} backups during writes, each restored to an empty machine: nothing acknowledged is missing, nothing is half done`, { timeout: 20_000 + ROUNDS * 10_000 }, async () => {
  await withBusyCity((city) => withEmptyPlace(async (place) => {
    for (let round = 0; round < ROUNDS; round++) {
      const stop = city.beBusy();
      await city.wroteMore(5);
      const before = [...city.acknowledged];
      const file = join(city.dataDir, `${round}.zip`);
      const made = await makeBackup(city, file, {}, silent);
      await city.wroteMore(1);
      await stop();
      expect(await restorePlatform({ dataDir: place.dataDir, databaseUrl: place.url }, file, undefined, silent)).toEqual(made);
      await expectWhole(place, before);
      await place.clear();
    }
  }));
});

/** Rows that a table has more of than another database's. */
async function more(of: Database, than: Database, table: string): Promise<string[]> {
  const rows = async (database: Database): Promise<string[]> => (await database.query<{ row: string }>(`select to_jsonb(t)::text as row from "${table}" t order by 1`)).rows.map((it) => it.row);
  const known = new Set(await rows(than));
  return (await rows(of)).filter((it) => !known.has(it));
}

it('brings back every row of every table, keys and witness; only what is named stays behind, only the restore itself is new', { timeout: 60_000 }, async () => {
  await withBusyCity((city) => withEmptyPlace(async (place) => {
    const stop = city.beBusy();
    await city.wroteMore(10);
    await stop();
    await city.owner.query("insert into setup_code values ('\\x01', now()); insert into login_failure values ('somebody')");
    await city.owner.query("insert into person (name) values (E'换行\\n制表\\t反斜\\\\N'), (''), ('末尾 ')");
    await city.owner.query("insert into file values (repeat('0', 64), '空.bin', 4, '\\x00ff0a5c')");
    const file = join(city.dataDir, 'quiet.zip');
    const made = await makeBackup(city, file, {}, silent);
    expect([...made.tables.map((it) => it.name), ...Object.keys(NOT_KEPT)].sort()).toEqual(await tablesOf(city));
    expect(made.files.map((it) => it.path)).toEqual(['keys/audit.json', 'witness/roots.jsonl']);

    await restorePlatform({ dataDir: place.dataDir, databaseUrl: place.url }, file, undefined, silent);
    expect(await tablesOf(place)).toEqual(await tablesOf(city));
    for (const { name } of made.tables) expect([name, await more(city.owner, place.owner, name)]).toEqual([name, []]);
    for (const { name } of made.tables) expect([name, (await more(place.owner, city.owner, name)).length]).toEqual([name, ['audit', 'request'].includes(name) ? 1 : 0]);
    for (const name of Object.keys(NOT_KEPT)) expect((await place.owner.query(`select from ${name}`)).rowCount).toBe(0);
    for (const path of ['keys/audit.json', 'witness/roots.jsonl']) expect(await readFile(join(place.dataDir, path))).toEqual(await readFile(join(city.dataDir, path)));
    await expectWhole(place, city.acknowledged);
    await expect(restorePlatform({ dataDir: place.dataDir, databaseUrl: place.url }, file, undefined, silent)).rejects.toMatchObject({ code: 'not-empty' });
  }));
});
