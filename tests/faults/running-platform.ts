import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildWeb } from '../../src/app/build-web.ts';
import { ROOT } from '../../src/app/platform.ts';
import { accountFor } from '../../src/app/postgres/account.ts';
import { urlOf } from '../../src/app/postgres/answer.ts';
import { readPassword } from '../../src/app/postgres/password.ts';
import { findPostmaster } from '../../src/app/postgres/postmaster.ts';
import { type Database, openDatabase } from '../../src/base/database.ts';

/** What dies: the platform's process, the database's (all of them), or all at the same moment. */
export const victims = ['process', 'database', 'both'] as const;
export type Victim = (typeof victims)[number];

/** The day on which these platforms live; the demonstration's year is 2026. */
const TODAY = '2026-03-05';
const MAIN = join(ROOT, 'src/cli/main.ts');
/** Longer than any start may take; how long it took is told, and judged by who asks. */
const PATIENCE_MS = 60_000;

/** The platform as a city runs it: a process of its own on a data folder, with its embedded PostgreSQL. */
export class RunningPlatform {
  readonly url: string;
  /** Milliseconds from the command to the first answer. */
  readonly startedIn: number;
  readonly #dataDir: string;
  readonly #child: ChildProcess;

  private constructor(dataDir: string, child: ChildProcess, url: string, startedIn: number) {
    this.#dataDir = dataDir;
    this.#child = child;
    this.url = url;
    this.startedIn = startedIn;
  }

  /** `start --demo` on a data folder; the demonstration is loaded where the folder is new. */
  static async start(dataDir: string): Promise<RunningPlatform> {
    // Pages are no part of what is tried here, and building them is no part of a restart.
    await buildWeb(() => undefined);
    const began = performance.now();
    const child = spawn(process.execPath, [MAIN, 'start', '--demo', '--data', dataDir, '--port', '0', '--today', TODAY], { stdio: ['ignore', 'pipe', 'pipe'], env: withoutDatabase() });
    try {
      const url = await urlSaidBy(child);
      if (!(await fetch(`${url}/healthz`)).ok) throw new Error('the platform started and is not well');
      return new RunningPlatform(dataDir, child, url, performance.now() - began);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  /** `kill -9`, and nothing of the victims is left when this returns. */
  async kill(victim: Victim): Promise<void> {
    const database = victim === 'process' ? [] : databaseProcesses(this.#dataDir);
    if (victim !== 'process' && database.length === 0) throw new Error('no database is running');
    if (victim !== 'database') this.#child.kill('SIGKILL');
    for (const pid of database) killNow(pid);
    while (database.some(isAlive)) await sleep(5);
    if (victim !== 'database') await ended(this.#child);
  }

  /** Waits until it ends by itself. @returns its exit code */
  end(): Promise<number> {
    return ended(this.#child);
  }

  /** Asks it to stop, as an operator does. @returns its exit code; undefined where it did not stop in 20 s and was killed */
  async stop(): Promise<number | undefined> {
    this.#child.kill('SIGTERM');
    const code = await Promise.race([ended(this.#child), sleep(20_000).then(() => undefined)]);
    if (code === undefined) this.#child.kill('SIGKILL');
    await ended(this.#child);
    return code;
  }

  /** The data folder's database as its owner: to look behind the platform's back. */
  openAsOwner(): Database {
    const port = Number(readFileSync(join(this.#dataDir, 'pg.port'), 'utf8'));
    return openDatabase(urlOf(port, readPassword(this.#dataDir)!));
  }
}

/**
 * Gives `work` a data folder and the way to start a platform on it, as often as it was killed; however it ends, nothing of it
 * is left running or lying about.
 */
export async function onDataFolder(work: (start: () => Promise<RunningPlatform>, dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem 故障 '));
  let last: RunningPlatform | undefined;
  try {
    await work(async () => (last = await RunningPlatform.start(dataDir)), dataDir);
  } finally {
    await last?.stop();
    for (const pid of databaseProcesses(dataDir)) killNow(pid);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** A command of the platform on a data folder, as an operator types it. @returns what it printed, and its exit code */
export function command(dataDir: string, ...words: string[]): { text: string; exit: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [MAIN, ...words, '--data', dataDir, '--today', TODAY], { encoding: 'utf8', env: withoutDatabase() });
  return { text: stdout + stderr, exit: status };
}

function withoutDatabase(): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: '' };
}

async function urlSaidBy(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the platform did not start: ${said}`)), PATIENCE_MS);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /平台已启动：(http:\/\/[\d.:]+)/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the platform ended with ${code}: ${said}`));
    });
  });
}

/** The postmaster and everything that it started; none where it does not run. */
function databaseProcesses(dataDir: string): number[] {
  const cluster = join(dataDir, 'pg');
  const server = findPostmaster(cluster, accountFor(cluster));
  if (!server) return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  return [server.pid, ...pids.filter((pid) => statOf(pid)?.parent === server.pid)];
}

function statOf(pid: number): { state: string; parent: number } | undefined {
  try {
    const [, state, parent] = /\) (\S) (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))!;
    return { state: state!, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  const stat = statOf(pid);
  return stat !== undefined && stat.state !== 'Z' && stat.state !== 'X';
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function ended(child: ChildProcess): Promise<number> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode ?? -1;
}
