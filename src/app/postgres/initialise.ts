import { closeSync, fsyncSync, lchownSync, mkdirSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../kernel/refusal.ts';
import { type Programs, HERE, ended, logSize, logTail, run } from './programs.ts';

const DRAFT = 'pg.new-';

/**
 * What a new cluster is given in its `postgresql.conf`, where an administrator finds and may change it.
 * Terse errors keep the values of rows (names, ID numbers) out of the log.
 */
const SETTINGS = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '256MB',
  // A year's import writes about 1 GB of log: with less, its pages would be flushed, and written whole again, in the middle of it.
  max_wal_size: '2GB',
  max_connections: '100',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
  client_connection_check_interval: '5s',
  cluster_name: 'tandem',
};

/**
 * Makes a cluster with the superuser `tandem`. It is made beside its place and moved there when whole and on disk,
 * so a process that dies halfway leaves no half cluster.
 * @param password the superuser's
 * @throws Refusal 'database-failed' with initdb's own words
 */
export async function initialise(programs: Programs, dataDir: string, cluster: string, password: string): Promise<void> {
  clearDrafts(dataDir);
  const draft = mkdtempSync(join(dataDir, DRAFT));
  const fresh = join(draft, 'cluster');
  const passwordFile = join(draft, 'password');
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [draft, fresh, passwordFile]) give(path, programs);

  const from = logSize(programs.log);
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  const wanted = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '-E', 'UTF8', '-A', 'scram-sha-256'];
  const args = ['-D', HERE, '-U', 'tandem', `--pwfile=${HERE}/../password`, ...wanted, ...settings];
  const code = await ended(run(programs, 'initdb', args, fresh));
  if (code !== 0) {
    const why = logTail(programs.log, from);
    clearDrafts(dataDir);
    throw new Refusal('database-failed', `不能在 ${dataDir} 中建立数据库：${why}。请检查磁盘空间和权限，或用 --data 指定本机磁盘上的另一个目录。`);
  }
  renameSync(fresh, cluster);
  const parent = openSync(dataDir, 'r');
  fsyncSync(parent);
  closeSync(parent);
  clearDrafts(dataDir);
}

function give(path: string, { account }: Programs): void {
  if (account.uid !== undefined) lchownSync(path, account.uid, account.gid);
}

function clearDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(DRAFT)) rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
}
