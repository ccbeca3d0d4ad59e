import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll } from 'vitest';
import { accountFor } from './account.ts';
import { findPostmaster } from './postmaster.ts';

/** Whether the tests run as root, and so can also try what an ordinary user meets. */
export const isRoot = process.getuid?.() === 0;

/** An account that is not root's, where we may choose; else ourselves. */
export const ordinary = isRoot ? { uid: 65534, gid: 65534 } : {};

const DATA = '数据 data';
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) {
    const pid = serverPid(join(folder, DATA));
    if (pid !== undefined) process.kill(pid, 'SIGKILL'); // left by a test that failed
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
});

/** A folder with a blank and Chinese in its name, closed to others (0700), and gone after the file's tests. */
export function closedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem 泰兴-'));
  folders.push(folder);
  return folder;
}

/** A data folder, not made yet, in a closed folder. */
export function dataFolder(): string {
  return join(closedFolder(), DATA);
}

/** The process number of the living server of a data folder. */
export function serverPid(dataDir: string): number | undefined {
  const cluster = join(dataDir, 'pg');
  return findPostmaster(cluster, accountFor(cluster))?.pid;
}

/** Rows of one statement on a connection of its own. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What the other process says of its start. */
export interface Said {
  readonly url?: string;
  readonly adopted?: boolean;
  readonly code?: string;
  readonly message?: string;
}

const SCRIPT = `
  const { startEmbeddedPostgres } = await import(process.argv[1]);
  const say = (what) => console.log(JSON.stringify(what));
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2] });
    say({ url: postgres.url, adopted: postgres.adopted });
    process.stdin.resume().once('end', () => postgres.stop().then(() => process.exit()));
  } catch ({ code, message }) {
    say({ code, message });
    process.exit();
  }`;

/** Another Tandem process on a data folder: it stops its server when its standard input ends. */
export async function otherProcess(dataDir: string, account = {}, before: string[] = []): Promise<{ child: ChildProcess; said: Said }> {
  const start = new URL('./start.ts', import.meta.url).href;
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', '--input-type=module', '-e', SCRIPT, start, dataDir];
  const [program = '', ...args] = [...before, ...node];
  const child = spawn(program, args, { ...account, stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) return { child, said: JSON.parse(line) as Said };
  throw new Error('the other process said nothing');
}

/** Waits until a process of ours has ended. */
export async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
}
