import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, ROOT } from './source.ts';

const FOLDER = 'tests/seeded';
const HEAD = /^Fault: .+\.\nTests: (\S+\.test\.ts(?: \S+\.test\.ts)*)(?: -t .+)?\n/;

/** Every seeded fault can still be put into the sources, and its head names a fault and tests that are there. */
export async function checkSeeded(): Promise<Finding[]> {
  const paths = (await readdir(join(ROOT, FOLDER))).filter((it) => it.endsWith('.patch')).sort().map((it) => `${FOLDER}/${it}`);
  return (await Promise.all(paths.map(checkPatch))).flat();
}

async function checkPatch(path: string): Promise<Finding[]> {
  const tests = HEAD.exec(await readFile(join(ROOT, path), 'utf8'))?.[1]?.split(' ');
  if (!tests) return [{ path, message: 'does not begin with `Fault: ….` and `Tests: x.test.ts … [-t words]`' }];
  const missing = tests.filter((it) => !existsSync(join(ROOT, it)));
  if (missing.length > 0) return [{ path, message: `names tests that are not there: ${missing.join(', ')}` }];
  try {
    execFileSync('git', ['apply', '--check', '--unidiff-zero', path], { cwd: ROOT, stdio: 'pipe' });
    return [];
  } catch (error) {
    return [{ path, message: `does not apply any more; make it again against the present sources: ${String((error as { stderr?: Buffer }).stderr ?? error).trim()}` }];
  }
}
