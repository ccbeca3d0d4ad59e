import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A source file: its path from the root and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What a check found, and how to mend it. */
export interface Finding {
  readonly path: string;
  readonly message: string;
}

const FOLDERS = ['src', 'tests', 'tools', 'packs', 'db', 'docs'];
const ENDINGS = /\.(ts|tsx|css|sql|html|md|yaml|json)$/;

/** Every text file of the project's own. */
export async function readSources(): Promise<Source[]> {
  const lists = await Promise.all(FOLDERS.map(async (folder) => (await readdir(join(ROOT, folder), { recursive: true })).map((it) => `${folder}/${it}`)));
  const paths = lists.flat().filter((it) => ENDINGS.test(it)).sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(ROOT, path), 'utf8') })));
}

export function isCode(path: string): boolean {
  return /\.tsx?$/.test(path);
}

export function isTest(path: string): boolean {
  return path.startsWith('tests/') || path.startsWith('tools/') || /\.test\.tsx?$/.test(path) || /\/(fixture|test-[\w-]+)\.ts$/.test(path);
}
