import { hash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { writeCsv } from '../../office/write-csv.ts';
import type { Cell } from '../../office/sheet.ts';

/** A file of a pack. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export function csvFile(path: string, rows: readonly (readonly Cell[])[]): PackedFile {
  return { path, bytes: writeCsv(rows) };
}

export function textFile(path: string, text: string): PackedFile {
  return { path, bytes: Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`) };
}

/** When every file of a pack was made, as its entries say it: the same files give the same bytes. */
const THEN = new Date(Date.UTC(2000, 0, 1));

/** The files in their order as one .zip, the list of their hashes last. */
export async function packed(files: readonly PackedFile[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  const manifest = csvFile('校验清单.csv', [['文件', '字节', 'SHA-256'], ...files.map((it) => [it.path, { number: String(it.bytes.length) }, hash('sha256', it.bytes)])]);
  for (const { path, bytes } of [...files, manifest]) zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path, { mtime: THEN, mode: 0o100644, forceDosTimestamp: true });
  zip.end();
  return buffer(zip.outputStream);
}

/** A name that no file system trips over. */
export function fileSafe(name: string): string {
  return name.normalize('NFC').replace(/[\p{Cc}\p{Cf}<>:"|?*\\/]/gu, '_').replace(/^\.+|[. ]+$/g, '_').slice(0, 120) || '_';
}
