import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from '../../kernel/refusal.ts';
import { type Account, accountFor } from './account.ts';
import { urlOf, whenReady } from './answer.ts';
import { copyPlaces, findBinaries } from './binaries.ts';
import { hasCluster, prepareExisting, renewPassword } from './existing.ts';
import { initialise } from './initialise.ts';
import { launch } from './launch.ts';
import { takeLock } from './lock.ts';
import { keepPassword, newPassword, readPassword } from './password.ts';
import { type Postmaster, endOf, findPostmaster, shutDown } from './postmaster.ts';
import { type Programs, logFile } from './programs.ts';
import { type Queryable, refuseUnsafeSettings } from './safety.ts';

/** The PostgreSQL of a data folder, running and ours alone. */
export interface EmbeddedPostgres {
  /** A superuser's log-in to the database `tandem`; holds the password, so it is never printed. */
  readonly url: string;
  /** Whether it ran already, left behind by a process of ours that was killed. */
  readonly adopted: boolean;
  /** When its process has ended, by `stop` or because it was killed; noticed within a second. */
  ended(): Promise<void>;
  /** Fast shutdown, waited for, and the data folder given free. May be called again. */
  stop(): Promise<void>;
}

interface Running {
  readonly server: Postmaster;
  readonly password: string;
  readonly adopted: boolean;
}

/**
 * Starts (or adopts) the PostgreSQL 18 of a data folder; makes both when they are absent.
 * The folder then holds `pg/` (the cluster), `pg.password`, `pg.port`, `pg.log` and `tandem.lock`.
 * Signals are the caller's business: nothing here listens to them, and the server does not hear the terminal's.
 * @param options.dataDir the data folder, relative to the working directory or absolute
 * @throws Refusal 'second-process', 'unsafe-setting', 'data-folder', 'foreign-owner', 'no-binaries', 'other-version',
 *   'wrong-password', 'database-failed', 'database-slow', 'missing-tool', 'no-port': Chinese, and says what to do
 */
export async function startEmbeddedPostgres(options: { dataDir: string }): Promise<EmbeddedPostgres> {
  const dataDir = openDataFolder(resolve(options.dataDir));
  const cluster = join(dataDir, 'pg');
  const account = accountFor(cluster);
  const release = takeLock(dataDir);
  try {
    const folders = { dataDir, cluster };
    const { server, password, adopted } = (await adopt(folders, account)) ?? (await start(folders, account));
    let stopping: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopping ??= shutDown(server).finally(release));
    return { url: urlOf(server.port, password), adopted, ended: () => endOf(server), stop };
  } catch (error) {
    release();
    throw error;
  }
}

interface Folders {
  readonly dataDir: string;
  readonly cluster: string;
}

/**
 * Takes over a server that outlived its process. One on its way down is waited for, and one whose password is lost
 * is shut down: both are then started anew.
 */
async function adopt({ dataDir, cluster }: Folders, account: Account): Promise<Running | undefined> {
  const server = findPostmaster(cluster, account);
  if (!server) return undefined;
  const password = readPassword(dataDir);
  if (password && (await makeUsable(server, dataDir, password))) return { server, password, adopted: true };
  await shutDown(server);
  return undefined;
}

async function start({ dataDir, cluster }: Folders, account: Account): Promise<Running> {
  const programs: Programs = { account, bin: await findBinaries(account, copyPlaces(dataDir)), log: logFile(dataDir) };
  let password = readPassword(dataDir);
  if (hasCluster(cluster)) {
    prepareExisting(programs, cluster);
    password ??= await renewPassword(programs, dataDir, cluster);
  } else {
    password ??= newPassword();
    keepPassword(dataDir, password);
    await initialise(programs, dataDir, cluster, password);
  }
  const server = await launch(programs, dataDir, cluster);
  if (!(await makeUsable(server, dataDir, password))) {
    throw new Refusal('database-failed', `数据库启动后又停止了。请查看 ${programs.log}，处理后再启动。`);
  }
  return { server, password, adopted: false };
}

/** Waits for the server, checks it and makes its database. A server that we refuse is not left running. */
async function makeUsable(server: Postmaster, dataDir: string, password: string): Promise<boolean> {
  try {
    const done = await whenReady(server, dataDir, password, async (client) => {
      await refuseUnsafeSettings(client);
      await ensureDatabase(client);
      return true;
    });
    return done ?? false;
  } catch (error) {
    await shutDown(server);
    throw error;
  }
}

async function ensureDatabase(client: Queryable): Promise<void> {
  const { rows } = await client.query("select from pg_database where datname = 'tandem'");
  if (rows.length === 0) await client.query('create database tandem');
}

function openDataFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return dataDir;
  } catch (error) {
    throw new Refusal('data-folder', `不能建立数据目录 ${dataDir}（${(error as Error).message}）。请检查权限，或用 --data 指定另一个目录。`);
  }
}
