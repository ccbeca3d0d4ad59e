import { type Database, type Queryable } from '../base/database.ts';
import { transact, type Transaction } from '../base/transaction.ts';
import type { PackFile } from '../mechanism/read-pack.ts';
import { deriveSubjects } from './derive.ts';
import { currentRevision, type Ledger, LEDGER_LOCK, parametersInForce } from './ledger.ts';
import { SubjectLocks } from './locks.ts';
import { type Reached, walkForth } from './walks.ts';

/** How far the newest revision has been derived. */
export interface DerivationState {
  readonly running: boolean;
  readonly done: number;
  readonly total: number;
}

export async function derivationState(db: Queryable): Promise<DerivationState> {
  const { rows } = await db.query<{ done: number; total: number; finished_at: Date | null }>('select done, greatest(total, done) as total, finished_at from revision order by id desc limit 1');
  const newest = rows[0];
  return newest ? { running: newest.finished_at === null, done: newest.done, total: newest.total } : { running: false, done: 0, total: 0 };
}

/**
 * Stores a pack where it is new and begins a revision where the newest one has another pack.
 * @returns whether a revision was begun
 */
export async function adoptPack(tx: Transaction, pack: { hash: string; city: string; files: readonly PackFile[] }): Promise<boolean> {
  await tx.query('select pg_advisory_xact_lock($1)', [LEDGER_LOCK]);
  await tx.query('insert into pack_version (hash, city, files) values ($1, $2, $3) on conflict (hash) do nothing', [pack.hash, pack.city, JSON.stringify(pack.files)]);
  const { rows } = await tx.query<{ pack_hash: string }>('select pack_hash from revision order by id desc limit 1');
  if (rows[0]?.pack_hash === pack.hash) return false;
  await beginRevision(tx, pack.hash, rows[0] ? '机制包更正' : '启用');
  return true;
}

/**
 * Begins a revision under the exclusive lock: from now on writers derive under it, and `continueDerivation` derives the rest again.
 * With no subject yet it is finished at once.
 */
export async function beginRevision(tx: Transaction, packHash: string, cause: string): Promise<number> {
  await tx.query('select pg_advisory_xact_lock($1)', [LEDGER_LOCK]);
  const { rows } = await tx.query<{ id: number }>(
    `insert into revision (pack_hash, cause, total, finished_at)
     select $1, $2, count(*)::int, case when count(*) = 0 then clock_timestamp() end from dossier returning id`,
    [packHash, cause],
  );
  return rows[0]!.id;
}

const BATCH = 1_000;

/**
 * Derives every subject again under the newest revision, in batches that each stand for themselves: it may be left and taken up again.
 * @param onProgress called after each batch
 * @param batch how many subjects at a time
 */
export async function continueDerivation(database: Database, ledger: Ledger, onProgress: (state: DerivationState) => void = () => undefined, batch = BATCH): Promise<void> {
  for (;;) {
    const state = await transact(database, (tx) => deriveNextBatch(tx, ledger, batch));
    onProgress(state);
    if (!state.running) return;
  }
}

async function deriveNextBatch(tx: Transaction, ledger: Ledger, batch: number): Promise<DerivationState> {
  await tx.query('select pg_advisory_xact_lock_shared($1)', [LEDGER_LOCK]);
  const revision = await currentRevision(tx, ledger);
  const { rows } = await tx.query<{ last_subject: string | null; finished_at: Date | null }>('select last_subject, finished_at from revision where id = $1 for no key update', [revision]);
  if (rows[0]!.finished_at !== null) return derivationState(tx);
  const { rows: next } = await tx.query<Reached>('select subject_id as id, kind from dossier where ($1::uuid is null or subject_id > $1) order by subject_id limit $2', [rows[0]!.last_subject, batch]);
  const ids = next.map((it) => it.id);
  if (ids.length > 0) {
    const locks = new SubjectLocks(tx);
    const read = await walkForth(tx, ledger.mechanism, next);
    await locks.take(ids, read.flatMap((it) => [it.from_id, it.to_id]));
    const parameters = await parametersInForce(tx, ledger.mechanism);
    await deriveSubjects(tx, { mechanism: ledger.mechanism, parameters, revision, request: crypto.randomUUID() }, ids, locks);
  }
  const finished = ids.length < batch;
  await tx.query('update revision set done = done + $2, last_subject = coalesce($3, last_subject), finished_at = case when $4 then clock_timestamp() end where id = $1', [revision, ids.length, ids.at(-1) ?? null, finished]);
  return derivationState(tx);
}
