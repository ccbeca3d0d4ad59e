import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';

const TICK_MS = 20;
const WATCH_MS = 1_000;
const ENDINGS = [
  ['SIGINT', 60_000], // fast: clients are cut off, all is written
  ['SIGQUIT', 10_000], // at once: nothing acknowledged is lost, the next start replays the log
  ['SIGKILL', 10_000],
] as const;

/** The server process of a cluster. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** When it was born, in clock ticks since the machine's start: a number that is used again is not it. */
  readonly born: string;
}

/** The living server of a cluster, by its `postmaster.pid`; nothing where the file is absent, unfinished or stale. */
export function findPostmaster(cluster: string, account: Account): Postmaster | undefined {
  const [pid, , , port] = readPidFile(cluster);
  if (!pid || !port || !worksIn(Number(pid), cluster, account)) return undefined;
  const born = bornAt(Number(pid));
  return born === undefined ? undefined : { pid: Number(pid), port: Number(port), born };
}

/** The server that we have just started, once it listens (it may still be replaying its log then). */
export function listening(cluster: string, child: number | undefined): Postmaster | undefined {
  const [pid, , , port, , , , state] = readPidFile(cluster);
  const born = bornAt(Number(pid));
  return Number(pid) === child && port && state && born !== undefined ? { pid: Number(pid), port: Number(port), born } : undefined;
}

/**
 * Removes a `postmaster.pid` whose number now belongs to a stranger. PostgreSQL itself handles a number that is free
 * or another account's, but takes any process of its own account for a rival and would not start; in a container,
 * where numbers are small and come again, that is common. Its check of the shared memory stands, file or no file.
 */
export function dropStrangersPidFile(cluster: string, account: Account): void {
  const [pid] = readPidFile(cluster);
  if (pid && !worksIn(Number(pid), cluster, account)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** Whether the process lives on; a zombie does not. */
export function isAlive({ pid, born }: Postmaster): boolean {
  return bornAt(pid) === born;
}

/** Waits until the server's process has ended, however it ended. Waiting keeps nobody's process alive. */
export async function endOf(server: Postmaster): Promise<void> {
  while (isAlive(server)) await sleep(WATCH_MS, undefined, { ref: false });
}

/** Shuts the server down, the gentle way first, and waits for its end. */
export async function shutDown(server: Postmaster): Promise<void> {
  for (const [signal, patience] of ENDINGS) {
    const deadline = Date.now() + patience;
    tell(server, signal);
    while (Date.now() < deadline) {
      if (!isAlive(server)) return;
      await sleep(TICK_MS);
    }
  }
  throw new Error(`postmaster ${server.pid} does not end`);
}

function tell(server: Postmaster, signal: NodeJS.Signals): void {
  try {
    if (isAlive(server)) process.kill(server.pid, signal);
  } catch (error) {
    if (isAlive(server)) throw error; // else it ended between the two
  }
}

/**
 * Whether the process is a server whose working directory is this very folder. The account asks, not we: root without
 * CAP_SYS_PTRACE (any container) may not look at the working directory of another account's process.
 */
function worksIn(pid: number, cluster: string, account: Account): boolean {
  try {
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false;
  } catch {
    return false;
  }
  const { dev, ino } = statSync(cluster, { bigint: true });
  const args = ['-L', '-c', '%d %i', `/proc/${pid}/cwd`];
  const { stdout } = spawnSync('stat', args, { ...account, cwd: '/', encoding: 'utf8' });
  return stdout?.trim() === `${dev} ${ino}`;
}

/** Field 22 of `/proc/<pid>/stat`, counted after the name in brackets; nothing where it has ended. */
function bornAt(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** The lines of `postmaster.pid`: process, folder, started, port, sockets' folder, address, shared memory, state. */
function readPidFile(cluster: string): string[] {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return lines.map((line) => line.trim());
  } catch {
    return [];
  }
}
