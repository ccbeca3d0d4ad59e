import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './platform.ts';

const STAMP = join(ROOT, 'build/web.stamp');
/** What the pages are made of. */
const SOURCES = ['src', 'vite.config.ts', 'package-lock.json'];

/** Builds the web platform's pages where their sources changed since the last build. */
export async function buildWeb(say: (line: string) => void): Promise<void> {
  const wanted = await hashSources();
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === wanted) return;
  say('正在准备页面……');
  const { build } = await import('vite');
  await build({ root: join(ROOT, 'src/web'), configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' });
  await mkdir(join(ROOT, 'build'), { recursive: true });
  await writeFile(STAMP, wanted);
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const place = join(ROOT, source);
    const names = source === 'src' ? (await readdir(place, { recursive: true })).filter((it) => /\.(tsx?|css|html|svg)$/.test(it) && !/\.test\.tsx?$/.test(it)).sort() : [''];
    for (const name of names) hash.update(name).update(await readFile(join(place, name)));
  }
  return hash.digest('hex');
}
