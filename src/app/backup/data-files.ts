import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { auditKeyFolder } from '../platform.ts';
import { FILE_PATH } from './manifest.ts';

/** Folders of the data folder that the database cannot do without: the audit's keys, and its witness. */
const FOLDERS = ['keys', 'witness'] as const;

/** A file of the data folder, by its path in it. */
export interface DataFile {
  readonly path: string;
  readonly content: Buffer;
}

/** Where a file of a backup stands on this machine; the keys may be kept outside of the data folder. */
export function placeOf(dataDir: string, path: string): string {
  const [folder = '', name = ''] = path.split('/');
  return join(folder === 'keys' ? auditKeyFolder(dataDir) : join(dataDir, folder), name);
}

/** What the folders hold now; read before the database, so that the witness is never ahead of the rows that it vouches for. */
export async function readDataFiles(dataDir: string): Promise<DataFile[]> {
  const files = await Promise.all(FOLDERS.map(async (folder) => {
    const found = await readdir(placeOf(dataDir, folder), { withFileTypes: true }).catch(() => []);
    const paths = found.filter((it) => it.isFile()).map(({ name }) => `${folder}/${name}`).filter((it) => FILE_PATH.test(it));
    return Promise.all(paths.map(async (path) => ({ path, content: await readFile(placeOf(dataDir, path)) })));
  }));
  return files.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}
