import { rm } from 'node:fs/promises';
import { Writable, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../../kernel/refusal.ts';
import { checkDigest, damaged, isEncrypted } from './container.ts';
import { Measure, type Measured } from './copy.ts';
import { decrypt } from './encryption.ts';
import { filePart, FORMAT, type Manifest, MANIFEST, manifestSchema, tablePart } from './manifest.ts';

/** A backup whose every byte has been checked. */
export interface Backup {
  readonly manifest: Manifest;
  /** The content of a part, to be read to its end before the next. */
  read(part: string): Promise<Readable>;
}

/**
 * Opens a backup and checks all of it, the digest of the file and the hash of each part, before `work` sees anything of it.
 * @param draft where an encrypted file is unpacked to meanwhile; removed afterwards
 * @throws Refusal 'no-file', 'not-a-backup', 'damaged-backup', 'newer-backup', 'wrong-passphrase', 'passphrase-needed'
 */
export async function withBackup<T>(file: string, passphrase: string | undefined, draft: string, work: (backup: Backup) => Promise<T>): Promise<T> {
  if (!(await isEncrypted(file))) return openChecked(file, work);
  if (passphrase === undefined) throw new Refusal('passphrase-needed', '这个备份文件是加密的。请用 --passphrase-file 给出口令文件后重试。');
  try {
    await decrypt(file, draft, passphrase);
    return await openChecked(draft, work);
  } finally {
    await rm(draft, { force: true });
  }
}

async function openChecked<T>(file: string, work: (backup: Backup) => Promise<T>): Promise<T> {
  await checkDigest(file);
  const zip = await openPromise(file, { autoClose: false }).catch(() => {
    throw damaged('目录读不出来');
  });
  try {
    const entries = await readEntries(zip);
    const read = async (part: string): Promise<Readable> => {
      const entry = entries.get(part);
      if (!entry) throw damaged(`缺少 ${part}`);
      return zip.openReadStreamPromise(entry);
    };
    const manifest = await readManifest(await read(MANIFEST));
    const parts = new Map<string, Measured>([...manifest.tables.map((it) => [tablePart(it.name), it] as const), ...manifest.files.map((it) => [filePart(it.path), it] as const)]);
    for (const name of entries.keys()) if (name !== MANIFEST && !parts.has(name)) throw damaged(`多出 ${name}`);
    for (const [name, { bytes, sha256 }] of parts) {
      const found = await measure(await read(name), name);
      if (found.sha256 !== sha256 || found.bytes !== bytes) throw damaged(`${name} 与清单不符`);
    }
    return await work({ manifest, read });
  } finally {
    zip.close();
  }
}

async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw damaged(`${entry.fileName} 有两份`);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged('目录读不出来');
  }
  return entries;
}

async function readManifest(stream: Readable): Promise<Manifest> {
  const content: unknown = await text(stream).then(JSON.parse).catch(() => {
    throw damaged('清单读不出来');
  });
  const { format } = (content ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format > FORMAT) throw new Refusal('newer-backup', '这个备份文件由更新版本的程序制作，当前程序不认识它的格式。请换用新版本的程序恢复。');
  const { data } = manifestSchema.safeParse(content);
  if (!data) throw damaged('清单的内容不对');
  return data;
}

async function measure(stream: Readable, name: string): Promise<Measured> {
  const measuring = new Measure();
  await pipeline(stream, measuring, new Writable({ write: (_chunk, _encoding, done) => done() })).catch(() => {
    throw damaged(`${name} 读不出来`);
  });
  return measuring.measured();
}
