import type { Queryable } from '../../base/database.ts';
import { type Scope, unsealedSql } from '../../base/rights.ts';
import type { Transaction } from '../../base/transaction.ts';
import { type SubjectName, subjectKey } from '../../ledger/subjects.ts';
import type { Importer } from './importer.ts';
import type { LayoutFormat } from '../../mechanism/format/layouts.ts';
import type { Outcome } from './carry-out.ts';
import type { Picks } from './match-rows.ts';
import type { ImportState, Rejection } from './terms.ts';

/** A file of an import, kept for its time. */
export interface KeptFile {
  readonly name: string;
  readonly sha256: string;
  /** The registers found in it, by sheet. */
  readonly registers: readonly string[];
}

/** What is kept of an import for good. No person's name stands in it: those are in files that expire. */
export interface KeptReport extends Outcome {
  readonly importer: Importer;
  readonly accepted: Readonly<Record<string, number>>;
  /** The first of them. */
  readonly rejected: readonly Rejection[];
  readonly rejectedCount: number;
  readonly foreign: readonly { sheet: string; row: number; number: string }[];
  readonly foreignCount: number;
  readonly notes: readonly string[];
  /** Registers that came without columns which must be filled; absent in imports of former versions. */
  readonly partial?: readonly string[];
  /** sha256 of the file of changes, and of the file of refused rows. */
  readonly changesFile: string | null;
  readonly refusedFile: string | null;
}

export interface KeptImport {
  readonly id: string;
  readonly account: string | null;
  readonly unit: string;
  readonly document: string | null;
  readonly files: readonly KeptFile[];
  readonly state: ImportState;
  readonly done: number;
  readonly total: number;
  readonly report: KeptReport;
  /** What was picked for rows without a number. */
  readonly picks: Picks;
  /** The unit's own layouts by which its sheets were found. */
  readonly layouts: readonly LayoutFormat[];
  readonly error: string | null;
  readonly begun_at: Date;
  /** The name of whose account it was done from. */
  readonly by: string | null;
}

export async function storeImport(tx: Transaction, it: Pick<KeptImport, 'id' | 'account' | 'unit' | 'document' | 'files' | 'state' | 'total' | 'report'> & Partial<Pick<KeptImport, 'picks' | 'layouts'>>): Promise<void> {
  await tx.query(
    `insert into import (id, account_id, unit, document, files, state, total, report, picks, layouts, done, finished_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $6 = 'done' then $7 else 0 end, case when $6 = 'done' then clock_timestamp() end)`,
    [it.id, it.account, it.unit, it.document, JSON.stringify(it.files), it.state, it.total, JSON.stringify(it.report), JSON.stringify(it.picks ?? {}), JSON.stringify(it.layouts ?? [])],
  );
}

/** What a previewed import would do after other picks. @returns false where it is not previewed any more */
export async function storePicks(tx: Transaction, it: Pick<KeptImport, 'id' | 'total' | 'report' | 'picks'>): Promise<boolean> {
  const { rowCount } = await tx.query("update import set picks = $2, total = $3, report = $4 where id = $1 and state = 'previewed'", [it.id, JSON.stringify(it.picks), it.total, JSON.stringify(it.report)]);
  return rowCount === 1;
}

/** Imports that the scope covers, the newest first, without their rejections; with `id` that one, whole. */
export async function loadImports(db: Queryable, scope: Scope, id?: string): Promise<KeptImport[]> {
  const { rows } = await db.query<KeptImport>(
    `select i.id, i.account_id as account, i.unit, i.document, i.files, i.picks, i.layouts, i.state, i.done, i.total, i.error, i.begun_at, p.name as by,
       case when $3::uuid is null then i.report - 'rejected' else i.report end as report
     from import i left join account a on a.id = i.account_id left join person p on p.id = a.person_id and p.erased_at is null
     where ($1 or i.unit = any($2::text[])) and ($3::uuid is null or i.id = $3) order by i.begun_at desc, i.id limit 200`,
    [scope.reach === 'all', scope.units, id ?? null],
  );
  return rows;
}

/** `subjectKey`s of what a seal keeps from a scope, of some names. */
export async function sealedFrom(db: Queryable, scope: Scope, names: readonly SubjectName[]): Promise<Set<string>> {
  const values: unknown[] = [names.map((it) => it.kind), names.map((it) => it.number)];
  const { rows } = await db.query<SubjectName>(`select d.kind, d.number from dossier d join unnest($1::text[], $2::text[]) as n (kind, number) using (kind, number) where not ${unsealedSql(scope, 'd', values)}`, values);
  return new Set(rows.map(subjectKey));
}

/** previewed → running. @returns false where it is not previewed any more */
export async function beginImport(tx: Transaction, id: string, by: { account: string; document: string | null }): Promise<boolean> {
  const { rowCount } = await tx.query("update import set state = 'running', account_id = $2, document = $3, done = 0, error = null where id = $1 and state = 'previewed'", [id, by.account, by.document]);
  return rowCount === 1;
}

/** What a run starts from; undefined where the import does not wait to be run. */
export async function waitingImport(db: Queryable, id: string | null): Promise<Pick<KeptImport, 'id' | 'account' | 'unit' | 'document' | 'files' | 'report' | 'picks' | 'layouts'> | undefined> {
  const { rows } = await db.query<KeptImport>("select id, account_id as account, unit, document, files, report, picks, layouts from import where state = 'running' and ($1::uuid is null or id = $1) order by begun_at, id limit 1", [id]);
  return rows[0];
}

/** Tells how far a run is. Outside of the run's own transaction, so that it is seen. */
export async function tellProgress(db: Queryable, id: string, done: number, total: number): Promise<void> {
  await db.query("update import set done = $2, total = $3 where id = $1 and state = 'running'", [id, done, total]);
}

/** running → done. In the transaction of what the run did. */
export async function finishImport(tx: Transaction, id: string, total: number, report: KeptReport): Promise<void> {
  await tx.query("update import set state = 'done', done = $2, total = $2, report = $3, finished_at = clock_timestamp() where id = $1", [id, total, JSON.stringify(report)]);
}

/** running → failed. Nothing of it went in. */
export async function failImport(db: Queryable, id: string, error: string): Promise<void> {
  await db.query("update import set state = 'failed', done = 0, error = $2, finished_at = clock_timestamp() where id = $1 and state = 'running'", [id, error]);
}
