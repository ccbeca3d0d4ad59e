import { spawn, type ChildProcess } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { expect, it } from 'vitest';
import { readTables } from '../../src/app/backup/catalog.ts';
import { withOwner } from '../../src/app/backup/connect.ts';
import { tablePart } from '../../src/app/backup/manifest.ts';
import { type Backup, withBackup } from '../../src/app/backup/open-backup.ts';
import { openLedger, ROOT } from '../../src/app/platform.ts';
import { readPackFolder } from '../../src/app/pack-folder.ts';
import { openDatabase } from '../../src/base/database.ts';
import { appliedMigrations, applyMigration, migrate, readMigrations } from '../../src/base/migrate.ts';
import { continueDerivation } from '../../src/ledger/revision.ts';
import { selfAudit } from '../../src/ledger/self-audit.ts';
import { auditKeys } from '../database.ts';
import { type EmptyPlace, withEmptyPlace } from './empty-database.ts';
import { contentOf } from './schema-and-rows.ts';

/** A demonstration year as the first version left it: migrations 0001 to 0003. */
const FIELD = `${ROOT}tests/faults/field-0003.zip`;
const ROUNDS = Number(process.env['ROUNDS'] ?? 10);

/** An early version's database: its first migrations, and the rows of the field that fit its tables. */
async function fill(url: string, migrations: number, { manifest, read }: Backup): Promise<void> {
  await withOwner(url, async (client) => {
    await appliedMigrations(client);
    for (const one of (await readMigrations()).slice(0, migrations)) await applyMigration(client, one);
    for (const { name } of await readTables(client)) {
      const kept = manifest.tables.find((it) => it.name === name);
      if (name === 'migration' || !kept) continue;
      await pipeline(await read(tablePart(name)), client.query(from(`copy ${pg.escapeIdentifier(name)} (${kept.columns.map((it) => pg.escapeIdentifier(it)).join(', ')}) from stdin`)));
    }
    for (const it of manifest.sequences) await client.query('select setval(s.oid, $2, $3) from pg_class s where s.oid = to_regclass($1)', [pg.escapeIdentifier(it.name), it.value, it.called]);
  });
}

const SCRIPT = `
  const { openDatabase } = await import(process.argv[1] + 'src/base/database.ts');
  const { migrate } = await import(process.argv[1] + 'src/base/migrate.ts');
  const database = openDatabase(process.argv[2]);
  await database.query('select 1');
  console.log('ready');
  await migrate(database);
  await database.close();`;

/** Another process that migrates; given once it is about to begin. */
async function migrating(url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', SCRIPT, ROOT, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => child.stdout!.once('data', resolve).once('end', () => reject(new Error('the process did not begin'))));
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
}

/** Kills a process that migrates while it waits, in the middle of a migration, for a table that somebody else holds. @returns whether it did wait */
async function killedAt(place: EmptyPlace, table: string): Promise<boolean> {
  return withOwner(place.url, async (client) => {
    await client.query(`begin; lock table ${table} in access exclusive mode`);
    const child = await migrating(place.url);
    const exit = ended(child);
    const waits = async (): Promise<boolean> => (await client.query("select from pg_locks where not granted and locktype = 'relation' and database = (select oid from pg_database where datname = current_database())")).rowCount! > 0;
    let waited = false;
    while (child.exitCode === null && !(waited = await waits())) await sleep(5);
    child.kill('SIGKILL');
    await exit;
    await client.query('rollback');
    return waited;
  });
}

it.each([1, 2, 3])('from migration %i with data: killed half way again and again, it ends as a straight upgrade does', { timeout: 120_000 }, async (migrations) => {
  await withBackup(FIELD, undefined, '', (backup) => withEmptyPlace(async (place) => {
    await fill(place.url, migrations, backup);
    await migrate(place.owner);
    const straight = await contentOf(place.owner, backup.manifest.tables);

    let waits = 0;
    for (const table of ['account', 'decision', 'audit', 'import', 'person'].filter((it) => backup.manifest.tables.some((one) => one.name === it))) {
      await place.clear();
      await fill(place.url, migrations, backup);
      if ((await place.owner.query('select to_regclass($1) as found', [table])).rows[0]!.found === null) continue;
      if (await killedAt(place, table)) waits += 1;
      await migrate(place.owner);
      expect(await contentOf(place.owner, backup.manifest.tables)).toEqual(straight);
    }
    expect(waits).toBeGreaterThan(0);
  }));
});

it(`${ROUNDS} upgrades killed at any moment, each taken up until it is done`, { timeout: 30_000 + ROUNDS * 5_000 }, async () => {
  const all = (await readMigrations()).map((it) => it.name);
  await withBackup(FIELD, undefined, '', (backup) => withEmptyPlace(async (place) => {
    await fill(place.url, 3, backup);
    const begun = performance.now();
    await migrate(place.owner);
    const length = performance.now() - begun;
    const straight = await contentOf(place.owner, backup.manifest.tables);
    for (let round = 0; round < ROUNDS; round++) {
      await place.clear();
      await fill(place.url, 3, backup);
      const child = await migrating(place.url);
      await sleep((length * 1.5 * round) / ROUNDS);
      child.kill('SIGKILL');
      await ended(child);
      const names = (await place.owner.query<{ name: string }>('select name from migration order by name')).rows.map((it) => it.name);
      expect(names).toEqual(all.slice(0, names.length));
      await migrate(place.owner);
      expect(await contentOf(place.owner, backup.manifest.tables)).toEqual(straight);
    }
  }));
});

it('keeps every figure of the field’s year, and its audit finds nothing', { timeout: 60_000 }, async () => {
  await withBackup(FIELD, undefined, '', (backup) => withEmptyPlace(async (place) => {
    await fill(place.url, 3, backup);
    const frozen = async (): Promise<unknown> => (await place.owner.query('select * from frozen_figure order by freeze_id, measure, owner, window_name, standing')).rows;
    const sums = async (): Promise<unknown> => (await place.owner.query('select measure, owner, standing, sum(quantity)::text, sum(doubt)::text from posting group by 1, 2, 3 order by 1, 2, 3')).rows;
    const before = [await frozen(), await sums()];
    await migrate(place.owner);
    expect([await frozen(), await sums()]).toEqual(before);
    const database = openDatabase(place.url, 'tandem_app', auditKeys);
    try {
      const ledger = await openLedger(database, await readPackFolder(`${ROOT}packs/taixing`));
      await continueDerivation(database, ledger);
      expect(await selfAudit(database, ledger)).toEqual([]);
    } finally {
      await database.close();
    }
  }));
});

it('refuses a schema that it does not know, and one that another program made', async () => {
  await withEmptyPlace(async ({ owner }) => {
    await migrate(owner);
    await owner.query("insert into migration (name, hash) values ('9999_later.sql', '')");
    await expect(migrate(owner)).rejects.toMatchObject({ code: 'newer-schema', message: expect.stringContaining('换用新版本的程序') as string });
    await owner.query("delete from migration where name = '9999_later.sql'");
    await owner.query("update migration set hash = repeat('0', 64) where name = '0002_people_and_requests.sql'");
    await expect(migrate(owner)).rejects.toMatchObject({ code: 'changed-migration' });
  });
});
