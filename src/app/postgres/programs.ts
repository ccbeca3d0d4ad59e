import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';

/**
 * How the programs are told where the cluster is: they are started *in* it, and follow their own working directory.
 *
 * The working directory is entered while we are still root, and the kernel follows `/proc/self/cwd` without asking
 * the parent folders again. So `nobody` runs a cluster that lies below a closed folder (a clone in `/root`, 0700),
 * under any name (blanks, Chinese), and the data stay where the person put them. Measured alternatives: `unshare -U
 * --map-user` does it too, but containers usually forbid user namespaces; a cluster kept elsewhere (/var/lib, tmp)
 * parts the data from the folder that people move, copy and back up.
 */
export const HERE = '/proc/self/cwd';

const LOG_BYTES = 10_000_000;

/** Everything that starting a program of PostgreSQL needs. */
export interface Programs {
  /** The folder of `initdb` and `postgres`. */
  readonly bin: string;
  readonly account: Account;
  /** The log file, which also takes what the programs print. */
  readonly log: string;
}

/** Where a data folder's PostgreSQL logs; put aside (`.1`) at a start when it has grown past 10 MB. */
export function logFile(dataDir: string): string {
  const log = join(dataDir, 'pg.log');
  if (logSize(log) > LOG_BYTES) renameSync(log, `${log}.1`);
  return log;
}

/** Bytes of the log so far: what comes later is about what we do next. */
export function logSize(log: string): number {
  return statSync(log, { throwIfNoEntry: false })?.size ?? 0;
}

/** The last lines of the log, for a sentence that must say why. */
export function logTail(log: string, from: number): string {
  return readFileSync(log).subarray(from).toString('utf8').trim().split('\n').slice(-6).join('\n');
}

/**
 * Starts a program inside the cluster, in a session of its own: Ctrl-C at the terminal is for us, not for it.
 * Its environment is clean, so that nobody's PGDATA or broken locale reaches it.
 */
export function run(programs: Programs, name: 'initdb' | 'postgres', args: string[], cluster: string, stdin: 'ignore' | 'pipe' = 'ignore'): ChildProcess {
  const log = openSync(programs.log, 'a', 0o600);
  const stdio: StdioOptions = [stdin, log, log];
  try {
    return spawn(join(programs.bin, name), args, {
      ...programs.account,
      cwd: cluster,
      detached: true,
      env: { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin' },
      stdio,
    });
  } finally {
    closeSync(log);
  }
}

/** @returns the exit code, once it has ended; -1 after a signal */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? -1));
  });
}
