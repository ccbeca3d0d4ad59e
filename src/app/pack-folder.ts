import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Refusal } from '../kernel/refusal.ts';
import type { PackFile } from '../mechanism/read-pack.ts';

/** The YAML files of a pack's folder, with paths inside it. @throws Refusal where there is no such folder or nothing in it */
export async function readPackFolder(folder: string): Promise<PackFile[]> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new Refusal('no-pack', `没有找到机制包文件夹“${folder}”。请检查 --pack 后的路径。`);
  const names = (await readdir(folder, { recursive: true })).filter((it) => it.endsWith('.yaml')).sort();
  if (names.length === 0) throw new Refusal('no-pack', `文件夹“${folder}”里没有 .yaml 文件，不是机制包。`);
  return Promise.all(names.map(async (name) => ({ path: relative(folder, join(folder, name)), text: await readFile(join(folder, name), 'utf8') })));
}

/** Names a pack by its content. */
export function hashPack(files: readonly PackFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}
