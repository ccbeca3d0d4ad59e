import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { ZipFile } from 'yazl';
import { Refusal } from '../../kernel/refusal.ts';
import { ROOT } from '../platform.ts';
import { readSequences, readTables } from './catalog.ts';
import { withOwner } from './connect.ts';
import { addDigest, EMPTY_DIGEST } from './container.ts';
import { copyOut } from './copy.ts';
import { type DataFile, readDataFiles } from './data-files.ts';
import { encrypted } from './encryption.ts';
import { filePart, FORMAT, type Manifest, MANIFEST, manifestSchema, tablePart } from './manifest.ts';
import { tellAudit } from './tell-audit.ts';

/** What to copy: a database as its owner, and the data folder that belongs to it. */
export interface BackupSource {
  readonly url: string;
  readonly dataDir: string;
}

/**
 * Writes one file with everything, from one snapshot of the database; nobody is kept from working meanwhile.
 * The file appears under its name only when it is whole.
 * @param file must not exist yet
 * @param options.passphrase encrypts the file; without it everything in it can be read by who has it
 * @param say progress, a line a table
 * @returns what the file holds
 * @throws Refusal 'file-exists', 'cannot-write', 'nothing-to-back-up'
 */
export async function makeBackup(source: BackupSource, file: string, options: { passphrase?: string | undefined }, say: (line: string) => void): Promise<Manifest> {
  if (await access(file).then(() => true, () => false)) throw new Refusal('file-exists', `文件“${file}”已经存在，没有备份。请换一个文件名。`);
  const id = crypto.randomUUID();
  await tellAudit(source.url, source.dataDir, 'backup:make', id);
  const files = await readDataFiles(source.dataDir);
  const part = `${file}.part`;
  try {
    const manifest = await withOwner(source.url, (client) => inSnapshot(client, async () => {
      const zip = new ZipFile();
      const body = zip.outputStream.pipe(addDigest());
      const whole = options.passphrase === undefined ? body : await encrypted(body, options.passphrase);
      const filling = fill(client, zip, source, { id, files }, say).catch((error: unknown) => {
        whole.destroy();
        throw error;
      });
      const [made] = await Promise.all([filling, writeWhole(whole, part)]);
      return made;
    }));
    await rename(part, file);
    await syncFolder(dirname(file));
    return manifest;
  } catch (error) {
    await rm(part, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall !== undefined && ['ENOSPC', 'EACCES', 'ENOENT', 'EROFS', 'EDQUOT', 'EIO', 'EISDIR'].includes(code ?? '')) {
      throw new Refusal('cannot-write', `不能写入“${file}”（${code}），没有备份。请检查文件夹、权限和磁盘空间后重试。`);
    }
    throw error;
  }
}

async function inSnapshot<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read read only');
  const { rows } = await client.query<{ found: boolean }>("select to_regclass('migration') is not null and to_regclass('fact') is not null as found");
  if (!rows[0]!.found) throw new Refusal('nothing-to-back-up', '这里还没有平台的数据，没有备份。请检查 --data 或 DATABASE_URL。');
  return work();
}

async function fill(client: pg.Client, zip: ZipFile, { dataDir }: BackupSource, { id, files }: { id: string; files: readonly DataFile[] }, say: (line: string) => void): Promise<Manifest> {
  const failed = new Promise<never>((_resolve, reject) => zip.on('error', reject));
  failed.catch(() => undefined);
  const tables: Manifest['tables'] = [];
  for (const table of await readTables(client)) {
    const part = new PassThrough();
    zip.addReadStream(part, tablePart(table.name), { compress: true, forceDosTimestamp: true });
    const written = await Promise.race([copyOut(client, table, part), failed]);
    tables.push({ name: table.name, columns: [...table.columns], ...written });
    say(`已备份 ${table.name}：${written.rows} 行`);
  }
  for (const { path, content } of files) zip.addBuffer(content, filePart(path));
  const { rows: migrations } = await client.query<{ name: string; hash: string }>('select name, hash from migration order by name');
  const manifest = manifestSchema.parse({
    format: FORMAT,
    id,
    version: (JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version,
    madeAt: new Date().toISOString(),
    migrations,
    pack: await packInForce(client, dataDir),
    tables,
    sequences: await readSequences(client),
    files: files.map(({ path, content }) => ({ path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') })),
  } satisfies Manifest);
  zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 1)), MANIFEST);
  zip.end({ forceZip64Format: false, comment: EMPTY_DIGEST });
  return manifest;
}

async function packInForce(client: pg.Client, dataDir: string): Promise<Manifest['pack']> {
  const { rows } = await client.query<{ city: string; hash: string }>('select p.city, p.hash from revision r join pack_version p on p.hash = r.pack_hash order by r.id desc limit 1');
  const folder = await readFile(join(dataDir, 'pack.path'), 'utf8').then((text) => text.trim(), () => '');
  return rows[0] ? { ...rows[0], folder } : null;
}

/** To the disk's platter before it is called whole. */
async function writeWhole(from: Readable, file: string): Promise<void> {
  await pipeline(from, createWriteStream(file, { mode: 0o600, flush: true }));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
