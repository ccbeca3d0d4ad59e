import type { Queryable } from '../../base/database.ts';

/** Keeps names in the one erasable table, each as a person of its own. @returns the ids, in the order of the names */
export async function keepNames(db: Queryable, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const ids = names.map(() => crypto.randomUUID());
  await db.query('insert into person (id, name) select * from unnest($1::uuid[], $2::text[])', [ids, names]);
  return ids;
}

/** Names by id; those of erased persons are missing. */
export async function namesOf(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; name: string }>('select id, name from person where id = any($1::uuid[]) and erased_at is null', [[...new Set(ids)]]);
  return new Map(rows.map((it) => [it.id, it.name]));
}

/** Those of some persons who were erased: nothing may be held of them again. */
export async function erasedAmong(db: Queryable, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await db.query<{ id: string }>('select id from person where id = any($1::uuid[]) and erased_at is not null', [[...new Set(ids)]]);
  return new Set(rows.map((it) => it.id));
}

/** Every id that a field of a record ever held, the latest first: a corrected name is a person of its own, of the same human. */
export async function personIdsOf(db: Queryable, subject: string, field: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>("select content -> 'fields' ->> $2 as id from fact where subject_id = $1 and content -> 'fields' ? $2 group by 1 order by max(seq) desc", [subject, field]);
  return rows.map((it) => it.id);
}
