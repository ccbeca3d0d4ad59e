import { chmodSync, lchownSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../kernel/refusal.ts';
import { keepPassword, newPassword } from './password.ts';
import { type Programs, HERE, ended, run } from './programs.ts';

const VERSION = '18';

/** @returns whether there is a cluster; it is moved to its place only when it is whole */
export function hasCluster(cluster: string): boolean {
  return statSync(join(cluster, 'PG_VERSION'), { throwIfNoEntry: false }) !== undefined;
}

/**
 * Makes a cluster that is there ready for its account: one restored from a backup may be root's, or open to others.
 * @throws Refusal 'other-version' where another major version of PostgreSQL made it
 */
export function prepareExisting({ account }: Programs, cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== VERSION) {
    throw new Refusal(
      'other-version',
      `${cluster} 是 PostgreSQL ${version} 的数据，本版本只认 PostgreSQL ${VERSION}。请用原来的版本备份，再恢复到新的目录。`,
    );
  }
  chmodSync(cluster, 0o700);
  if (account.uid === undefined || statSync(cluster).uid === account.uid) return;
  const inside = readdirSync(cluster, { recursive: true, encoding: 'utf8' });
  // The cluster's own folder last: while it is not handed over, the next start does it all again.
  for (const path of [...inside, '.']) lchownSync(join(cluster, path), account.uid, account.gid);
}

/**
 * Gives the superuser of a stopped cluster a new password, for a data folder whose password file is gone
 * (restored from a backup, which carries none). Single-user mode asks for no password and opens no port.
 * @returns the new password, which is kept
 */
export async function renewPassword(programs: Programs, dataDir: string, cluster: string): Promise<string> {
  const password = newPassword();
  const child = run(programs, 'postgres', ['--single', '-D', HERE, 'postgres'], cluster, 'pipe');
  child.stdin?.end(`alter role tandem password '${password}'\n`);
  await ended(child);
  keepPassword(dataDir, password);
  return password;
}
