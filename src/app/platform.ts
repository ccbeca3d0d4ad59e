import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimAuditKeys } from '../base/audit-epoch.ts';
import type { AuditKeys } from '../base/audit-keys.ts';
import { sealAll } from '../base/audit-sealer.ts';
import type { Witness } from '../base/audit-witness.ts';
import { type Clock, clock } from '../base/clock.ts';
import { type Database, openDatabase } from '../base/database.ts';
import { migrate } from '../base/migrate.ts';
import { transact } from '../base/transaction.ts';
import type { Day } from '../kernel/day.ts';
import { holdingGuard } from '../domains/holdings/guard.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { adoptPack } from '../ledger/revision.ts';
import { checkPack } from '../mechanism/check.ts';
import type { PackFile } from '../mechanism/read-pack.ts';
import { hashPack, readPackFolder } from './pack-folder.ts';
import { startEmbeddedPostgres } from './postgres/start.ts';
import { refuseUnsafeSettings } from './postgres/safety.ts';
import { refuseDefaultSecret } from './postgres/secret.ts';
import { vocabulary } from './vocabulary.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** How a platform is opened. */
export interface PlatformOptions {
  readonly dataDir: string;
  /** A server's address; absent: the embedded PostgreSQL of the data folder. */
  readonly databaseUrl: string | undefined;
  readonly packDir: string | undefined;
  readonly today: Day | undefined;
}

/** A city's platform, open: its database under the app's role, its mechanism, its clock. */
export interface Platform {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly dataDir: string;
  /** Where the seals of the audit are written down. */
  readonly witnesses: readonly Witness[];
  /** Where the pack in force was read from. */
  readonly packDir: string;
  /** When the embedded database's process has ended; absent where the database is a server of its own. */
  databaseEnded?(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the database where it is embedded, migrates it, and puts the pack in force. @throws Refusal where any of it cannot be */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const packDir = await packFolderOf(options);
  const files = await readPackFolder(packDir);
  if (options.databaseUrl !== undefined) refuseDefaultSecret(options.databaseUrl);
  const embedded = options.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: options.dataDir }) : undefined;
  const url = options.databaseUrl ?? embedded!.url;
  let database: Database | undefined;
  try {
    const auditKeys = await prepare(url, auditKeyFolder(options.dataDir));
    database = openDatabase(url, 'tandem_app', auditKeys);
    const ledger = await openLedger(database, files);
    const opened = database;
    const witnesses = witnessesOf(options.dataDir);
    return {
      database,
      ledger,
      clock: clock(options.today),
      dataDir: options.dataDir,
      witnesses,
      packDir,
      ...(embedded && { databaseEnded: () => embedded.ended() }),
      close: async () => {
        await sealAll(opened, witnesses).catch((error: unknown) => console.error('停止前审计日志没有封存完，或见证没有写下，下次启动时继续：', (error as { code?: string }).code ?? ''));
        await opened.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await database?.close();
    await embedded?.stop();
    throw error;
  }
}

/** The folder of the audit's keys: in the data folder, or what TANDEM_KEYS names where several processes share them. */
export function auditKeyFolder(dataDir: string): string {
  return process.env['TANDEM_KEYS'] || join(dataDir, 'keys');
}

/** The data folder's own witness, and the second place that TANDEM_WITNESS names: a folder on another machine. */
function witnessesOf(dataDir: string): Witness[] {
  const second = process.env['TANDEM_WITNESS'];
  return [{ folder: join(dataDir, 'witness'), own: true }, ...(second ? [{ folder: second, own: false }] : [])];
}

async function prepare(url: string, keyFolder: string): Promise<AuditKeys> {
  const owner = openDatabase(url);
  try {
    await owner.withClient(refuseUnsafeSettings);
    await migrate(owner);
    return await claimAuditKeys(owner, keyFolder);
  } finally {
    await owner.close();
  }
}

/** Compiles the pack and stores it; a corrected pack of the same city is a new revision. */
export async function openLedger(database: Database, files: readonly PackFile[]): Promise<Ledger> {
  const { mechanism, faults } = checkPack(files, vocabulary, false);
  if (!mechanism) {
    throw new Refusal('bad-pack', `机制包有 ${faults.length} 处错误，没有启用。请用 ./tandem pack check 查看并改正。`, undefined, faults.map((it) => `${it.file}:${it.line} ${it.message}`));
  }
  const { rows } = await database.query<{ city: string }>('select city from pack_version order by stored_at limit 1');
  const { city } = mechanism.pack;
  if (rows[0] && rows[0].city !== city.id) throw new Refusal('other-city', `这个数据目录属于“${rows[0].city}”，不能改用“${city.name}”的机制包。请换一个 --data，或换回原来的机制包。`);
  const packHash = hashPack(files);
  await transact(database, (tx) => adoptPack(tx, { hash: packHash, city: city.id, files }));
  return { mechanism, packHash, guard: holdingGuard };
}

/** A data folder keeps the pack that it began with: its place stands in `pack.path`. */
async function packFolderOf({ dataDir, packDir }: PlatformOptions): Promise<string> {
  const note = join(dataDir, 'pack.path');
  const noted = await readFile(note, 'utf8').then((text) => text.trim(), () => undefined);
  const folder = packDir !== undefined ? resolve(packDir) : noted === undefined ? join(ROOT, 'packs/taixing') : isAbsolute(noted) ? noted : join(ROOT, noted);
  const inside = relative(ROOT, folder);
  const text = inside.startsWith('..') ? folder : inside;
  if (noted !== text) await keepNote(note, text);
  return folder;
}

async function keepNote(note: string, text: string): Promise<void> {
  await mkdir(join(note, '..'), { recursive: true, mode: 0o700 });
  await writeFile(note, `${text}\n`);
}
