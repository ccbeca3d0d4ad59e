import type { Queryable } from '../base/database.ts';
import type { Transaction } from '../base/transaction.ts';

export interface SubjectName {
  readonly kind: string;
  readonly number: string;
}

/** The key under which `resolveSubjects` and `findSubjects` answer. */
export function subjectKey({ kind, number }: SubjectName): string {
  return `${kind} ${number}`;
}

/** The ids of subjects by kind and number; those that are new are given one. */
export async function resolveSubjects(tx: Transaction, names: readonly SubjectName[]): Promise<Map<string, string>> {
  const sorted = [...names].sort((a, b) => (subjectKey(a) < subjectKey(b) ? -1 : 1));
  await tx.query('insert into subject (kind, number) select * from unnest($1::text[], $2::text[]) on conflict (kind, number) do nothing', [sorted.map((it) => it.kind), sorted.map((it) => it.number)]);
  return findSubjects(tx, sorted);
}

/** Those of the named subjects that exist. */
export async function findSubjects(db: Queryable, names: readonly SubjectName[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; kind: string; number: string }>(
    'select s.id, s.kind, s.number from subject s join unnest($1::text[], $2::text[]) as n (kind, number) using (kind, number)',
    [names.map((it) => it.kind), names.map((it) => it.number)],
  );
  return new Map(rows.map((it) => [subjectKey(it), it.id]));
}
