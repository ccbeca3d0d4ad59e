import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './platform.ts';

const WEB = join(ROOT, 'build/web');
const STAMP = join(ROOT, 'build/web.stamp');
/** What the pages are made of. */
const SOURCES = ['src', 'vite.config.ts', 'package-lock.json'];

/**
 * Builds the web platform's pages where their sources changed since the last build. Built aside and put in place whole, so that
 * two who start at once, or a server that runs on the old pages, never meet half a build.
 */
export async function buildWeb(say: (line: string) => void): Promise<void> {
  const wanted = await hashSources();
  if (await isBuilt(wanted)) return;
  say('正在准备页面……');
  const { build } = await import('vite');
  const aside = join(ROOT, `build/web.${process.pid}`);
  try {
    await build({ root: join(ROOT, 'src/web'), configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error', build: { outDir: aside } });
    if (await isBuilt(wanted)) return;
    await rm(WEB, { recursive: true, force: true });
    await rename(aside, WEB);
    await writeFile(STAMP, wanted);
  } catch (error) {
    // Somebody else put the same pages in place between our look and our move.
    if (!(await isBuilt(wanted))) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function isBuilt(wanted: string): Promise<boolean> {
  return (await readFile(STAMP, 'utf8').catch(() => '')) === wanted;
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
