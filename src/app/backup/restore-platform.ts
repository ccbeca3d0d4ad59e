import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openDatabase } from '../../base/database.ts';
import { migrate } from '../../base/migrate.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { hashPack, readPackFolder } from '../pack-folder.ts';
import { ROOT } from '../platform.ts';
import { placeOf } from './data-files.ts';
import { type Place, withoutPlatform } from './database-of.ts';
import { filePart, type Manifest } from './manifest.ts';
import { type Backup, withBackup } from './open-backup.ts';
import { restoreDatabase } from './restore.ts';
import { tellAudit } from './tell-audit.ts';

/**
 * Restores a backup to an empty machine (an empty data folder, or an empty database behind DATABASE_URL), then brings its schema
 * up to the present. Everything of the file is checked before anything is made.
 * @returns what the backup held
 * @throws Refusal as `withBackup` and `restoreDatabase`, and 'not-empty' where other keys stand in the data folder
 */
export async function restorePlatform(place: Place, file: string, passphrase: string | undefined, say: (line: string) => void): Promise<Manifest> {
  await mkdir(place.dataDir, { recursive: true, mode: 0o700 });
  say('正在校验备份文件……');
  return withBackup(file, passphrase, join(place.dataDir, 'restore.draft'), async (backup) => {
    await refuseOtherFiles(place.dataDir, backup);
    await withoutPlatform(place, async (url) => {
      await restoreDatabase(url, backup, () => writeFiles(place.dataDir, backup), say);
      const owner = openDatabase(url);
      try {
        await placePack(place.dataDir, backup.manifest.pack, async (hash) => (await owner.query<{ files: PackFiles }>('select files from pack_version where hash = $1', [hash])).rows[0]!.files);
        const applied = await migrate(owner);
        // What waited to be sent goes out when somebody says so: a copy that is only looked at must tell nobody.
        await owner.query('update webhook set paused_at = clock_timestamp() where paused_at is null and ended_at is null');
        await tellAudit(url, place.dataDir, 'backup:restore', backup.manifest.id);
        if (applied.length > 0) say(`已升级到当前版本（${applied.length} 步）。`);
      } finally {
        await owner.close();
      }
    });
    return backup.manifest;
  });
}

type PackFiles = readonly { path: string; text: string }[];

/** Keys and witness of another platform are never written over; those of the same backup, begun before, are. */
async function refuseOtherFiles(dataDir: string, { manifest, read }: Backup): Promise<void> {
  for (const { path } of manifest.files) {
    const found = await readFile(placeOf(dataDir, path)).catch(() => undefined);
    if (found && !found.equals(await buffer(await read(filePart(path))))) {
      throw new Refusal('not-empty', `${placeOf(dataDir, path)} 已经存在，与备份中的不同，没有恢复任何内容。请恢复到空的数据目录，或先移走这个文件。`);
    }
  }
}

async function writeFiles(dataDir: string, { manifest, read }: Backup): Promise<void> {
  for (const { path } of manifest.files) await writeWhole(placeOf(dataDir, path), await buffer(await read(filePart(path))));
}

async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(`${file}.new`, 'w', 0o600);
  await handle.writeFile(content);
  await handle.sync().finally(() => handle.close());
  await rename(`${file}.new`, file);
}

/** Notes the pack's folder where this machine has it, else unpacks the pack from the database into the data folder. */
async function placePack(dataDir: string, pack: Manifest['pack'], stored: (hash: string) => Promise<PackFiles>): Promise<void> {
  if (!pack) return;
  const ours = pack.folder !== '' && !isAbsolute(pack.folder) && (await readPackFolder(join(ROOT, pack.folder)).then(() => true, () => false));
  const same = isAbsolute(pack.folder) && (await readPackFolder(pack.folder).then((files) => hashPack(files) === pack.hash, () => false));
  const folder = ours || same ? pack.folder : join(resolve(dataDir), 'pack');
  if (!ours && !same) {
    for (const { path, text } of await stored(pack.hash)) {
      const file = join(folder, path);
      if (relative(folder, file).startsWith('..')) throw new Error(`the pack names a file outside of its folder: ${path}`);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeFile(file, text);
    }
  }
  await writeFile(join(dataDir, 'pack.path'), `${folder}\n`);
}
