import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBackup } from '../../src/app/backup/make-backup.ts';
import { MANIFEST, type Manifest } from '../../src/app/backup/manifest.ts';
import { restorePlatform } from '../../src/app/backup/restore-platform.ts';
import { withBusyCity } from './busy-city.ts';
import { numbers, packed, type Parts, partsOf, withManifest } from './damage.ts';
import { tablesOf, withEmptyPlace } from './empty-database.ts';

const silent = (): void => undefined;
let folder: string;
let good: Buffer;
let parts: Parts;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-damaged-'));
  await withBusyCity(async (city) => {
    const stop = city.beBusy();
    await city.wroteMore(10);
    await stop();
    await makeBackup(city, join(folder, 'good.zip'), {}, silent);
    await makeBackup(city, join(folder, 'good.age'), { passphrase: '银杏树下听雨七夜与你同行' }, silent);
  });
  good = await readFile(join(folder, 'good.zip'));
  parts = await partsOf(good);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Tries to restore each file to the same empty place, which must stay as empty. @returns what was refused as what */
async function codesOf(files: Iterable<readonly [string, Buffer]>): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  await withEmptyPlace(async (place) => {
    for (const [name, bytes] of files) {
      const file = join(folder, 'damaged.zip');
      await writeFile(file, bytes);
      const error = await restorePlatform({ dataDir: place.dataDir, databaseUrl: place.url }, file, undefined, silent).then(() => undefined, (it: Error & { code: string }) => it);
      codes.set(name, error?.name === 'Refusal' && /[一-龥]。/.test(error.message) ? error.code : `${error?.name}: ${error?.message}`);
      expect([name, await tablesOf(place), await readdir(place.dataDir)]).toEqual([name, [], []]);
    }
  });
  return codes;
}

it('refuses 100 backups with changed, lost and added bytes, and nothing is changed', { timeout: 60_000 }, async () => {
  const number = numbers(20_260_301);
  const files = new Map<string, Buffer>();
  for (let n = 0; n < 60; n++) {
    const [at, bit] = [number(good.length), number(8)];
    const bytes = Buffer.from(good);
    bytes[at]! ^= 1 << bit;
    files.set(`bit ${bit} of byte ${at} of ${good.length}`, bytes);
  }
  for (let n = 0; n < 25; n++) {
    const length = n === 0 ? 0 : n === 1 ? good.length - 1 : number(good.length);
    files.set(`cut after ${length} bytes`, good.subarray(0, length));
  }
  for (let n = 0; n < 15; n++) {
    const [at, length] = [number(good.length), 1 + number(300)];
    const filling = n % 2 === 0 ? Buffer.alloc(length) : good.subarray(0, length);
    files.set(`${length} bytes more at ${at}`, Buffer.concat([good.subarray(0, at), filling, good.subarray(n % 3 === 0 ? at : Math.min(good.length, at + length + 1))]));
  }
  expect(files.size).toBe(100);
  const codes = await codesOf(files);
  expect([...codes].filter(([, code]) => !['damaged-backup', 'not-a-backup'].includes(code))).toEqual([]);
});

it('refuses parts that are swapped, changed, missing, doubled or added, though the file’s digest was made right', { timeout: 60_000 }, async () => {
  const names = [...parts.keys()].filter((it) => it !== MANIFEST);
  const files: [string, Buffer][] = [];
  for (const [index, name] of names.entries()) {
    const other = names.find((it, at) => at > index && !parts.get(it)!.equals(parts.get(name)!));
    if (other) files.push([`${name} ↔ ${other}`, await packed(new Map(parts).set(name, parts.get(other)!).set(other, parts.get(name)!))]);
  }
  const without = new Map(parts);
  without.delete('tables/fact.copy');
  const noManifest = new Map(parts);
  noManifest.delete(MANIFEST);
  const changed = Buffer.from(parts.get('tables/fact.copy')!);
  changed[0]! ^= 1;
  files.push(
    ['a byte of a part changed', await packed(new Map(parts).set('tables/fact.copy', changed))],
    ['a part missing', await packed(without)],
    ['no manifest', await packed(noManifest)],
    ['a part twice', await packed([...parts, ['tables/fact.copy', parts.get('tables/fact.copy')!]])],
    ['a part more', await packed([...parts, ['tables/other.copy', Buffer.from('1\n')]])],
  );
  expect(files.length).toBeGreaterThan(20);
  expect([...(await codesOf(files))].filter(([, code]) => code !== 'damaged-backup')).toEqual([]);
});

const edits: [string, string, (manifest: Manifest & Record<string, unknown>) => void][] = [
  ['a later format', 'newer-backup', (it) => Object.assign(it, { format: 2 })],
  ['an unknown migration', 'newer-backup', (it) => it.migrations.push({ name: '9999_later.sql', hash: '0'.repeat(64) })],
  ['another text of a migration', 'changed-migration', (it) => (it.migrations[0]!.hash = '0'.repeat(64))],
  ['no migrations', 'damaged-backup', (it) => (it.migrations = [])],
  ['fewer migrations than the rows need', 'damaged-backup', (it) => (it.migrations = it.migrations.slice(0, 3))],
  ['another number of rows', 'restore-differs', (it) => (it.tables.find((one) => one.name === 'fact')!.rows += 1)],
  ['another hash', 'damaged-backup', (it) => (it.tables[0]!.sha256 = '0'.repeat(64))],
  ['another size', 'damaged-backup', (it) => (it.tables[0]!.bytes += 1)],
  ['a table less', 'damaged-backup', (it) => it.tables.pop()],
  ['columns in another order', 'damaged-backup', (it) => it.tables[0]!.columns.reverse()],
  ['a key file outside of its folder', 'damaged-backup', (it) => (it.files[0]!.path = 'keys/../pg.password')],
  ['SQL for a number', 'damaged-backup', (it) => (it.sequences[0]!.value = '1); drop table fact; --')],
  ['an unknown word', 'damaged-backup', (it) => Object.assign(it, { hooks: ['rm'] })],
];

it('refuses edited manifests and what is no backup', { timeout: 60_000 }, async () => {
  const files: [string, Buffer][] = [];
  for (const [name, , edit] of edits) files.push([name, await withManifest(parts, edit)]);
  files.push(['no JSON', await packed(new Map(parts).set(MANIFEST, Buffer.from('{')))], ['a text', Buffer.from('备份'.repeat(100))], ['another zip', await packed([['word/document.xml', Buffer.from('<a/>')]])]);
  expect(Object.fromEntries(await codesOf(files))).toEqual({ ...Object.fromEntries(edits.map(([name, code]) => [name, code])), 'no JSON': 'damaged-backup', 'a text': 'not-a-backup', 'another zip': 'damaged-backup' });
});

it('opens an encrypted backup with its passphrase only, and leaves no plain copy behind', { timeout: 60_000 }, async () => {
  const file = join(folder, 'good.age');
  const sealed = await readFile(file);
  expect(sealed.includes('gaoxinqu')).toBe(false);
  await withEmptyPlace(async (place) => {
    const restore = (from: string, passphrase?: string): Promise<unknown> => restorePlatform({ dataDir: place.dataDir, databaseUrl: place.url }, from, passphrase, silent);
    await expect(restore(file)).rejects.toMatchObject({ code: 'passphrase-needed' });
    await expect(restore(file, '另一个口令另一个口令')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    const cut = join(folder, 'cut.age');
    await writeFile(cut, sealed.subarray(0, -40));
    await expect(restore(cut, '银杏树下听雨七夜与你同行')).rejects.toMatchObject({ code: 'damaged-backup' });
    expect([await tablesOf(place), await readdir(place.dataDir)]).toEqual([[], []]);
    await restore(file, '银杏树下听雨七夜与你同行');
    expect((await place.owner.query('select from fact')).rowCount).toBeGreaterThan(9);
    expect((await readdir(place.dataDir)).sort()).toEqual(['keys', 'pack', 'pack.path', 'witness']);
  });
});
