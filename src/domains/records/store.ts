import type { Queryable } from '../../base/database.ts';
import { type Scope, scopeSql, unsealedSql } from '../../base/rights.ts';
import type { Transaction } from '../../base/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { loadDossiers, type StoredDossier } from '../../ledger/dossiers.ts';
import { LEDGER_LOCK } from '../../ledger/ledger.ts';

/** Those of some subjects that a scope reaches. */
export async function reachedBy(db: Queryable, scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const values: unknown[] = [ids];
  const { rows } = await db.query<{ id: string }>(`select d.subject_id as id from dossier d where d.subject_id = any($1::uuid[]) and ${scopeSql(scope, 'd', values)}`, values);
  return new Set(rows.map((it) => it.id));
}

/** A dossier that a scope reaches. @throws Refusal 'not-found' where there is none, or none for this scope */
export async function openDossier(db: Queryable, scope: Scope, id: string): Promise<StoredDossier> {
  const [reached, found] = await Promise.all([reachedBy(db, scope, [id]), loadDossiers(db, [id])]);
  const dossier = reached.has(id) ? found.get(id) : undefined;
  if (!dossier) throw new Refusal('not-found', '没有找到这条记录，可能已经删去，或不在您的查看范围之内。');
  return dossier;
}

/** Nobody else changes the subject until the transaction ends. Locks in the ledger's own order: the ledger, then the subject. */
export async function lockSubject(tx: Transaction, id: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock_shared($1)', [LEDGER_LOCK]);
  await tx.query('select from subject where id = $1 for update', [id]);
}

/** The subjects in a scope that refer to one, with the role in which they do. */
export async function referringTo(db: Queryable, scope: Scope, id: string): Promise<{ id: string; kind: string; role: string }[]> {
  const values: unknown[] = [id];
  const { rows } = await db.query<{ id: string; kind: string; role: string }>(
    `select d.subject_id as id, d.kind, r.role from reference r join dossier d on d.subject_id = r.from_id
     where r.to_id = $1 and d.state <> 'withdrawn' and ${scopeSql(scope, 'd', values)} order by d.kind, d.number`,
    values,
  );
  return rows;
}

/** Kind and number of subjects by id; what a seal keeps from the scope is missing, wherever it is spoken of. */
export async function subjectsOf(db: Queryable, scope: Scope, ids: readonly string[]): Promise<Map<string, { kind: string; number: string }>> {
  if (ids.length === 0) return new Map();
  const values: unknown[] = [ids];
  const { rows } = await db.query<{ id: string; kind: string; number: string }>(
    `select s.id, s.kind, s.number from subject s left join dossier d on d.subject_id = s.id where s.id = any($1::uuid[]) and ${unsealedSql(scope, 'd', values)}`,
    values,
  );
  return new Map(rows.map((it) => [it.id, it]));
}

/** By milestone: the account that last returned it or left it uncounted; null where none was noted. */
export async function lastObjectors(db: Queryable, id: string): Promise<Map<string, string | null>> {
  const { rows } = await db.query<{ milestone: string; account: string | null }>(
    "select distinct on (milestone) milestone, account from verdict where subject_id = $1 and act in ('return', 'not-count') order by milestone, seq desc",
    [id],
  );
  return new Map(rows.map((it) => [it.milestone, it.account]));
}

/** Names of the persons behind accounts. */
export async function accountNames(db: Queryable, accounts: readonly string[]): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; name: string }>('select a.id, p.name from account a join person p on p.id = a.person_id where a.id = any($1::uuid[]) and p.erased_at is null', [[...new Set(accounts)]]);
  return new Map(rows.map((it) => [it.id, it.name]));
}
