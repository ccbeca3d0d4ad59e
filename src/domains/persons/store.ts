import type { Queryable } from '../../base/database.ts';

/** A name to be held: at the id that holds it already, or at a new one. */
export interface NameToKeep {
  readonly id: string | undefined;
  readonly name: string;
}

/** Keeps names in the one erasable table. @returns the ids, in the order of the names */
export async function keepNames(db: Queryable, names: readonly NameToKeep[]): Promise<string[]> {
  if (names.length === 0) return [];
  const ids = names.map((it) => it.id ?? crypto.randomUUID());
  await db.query(
    `insert into person (id, name) select * from unnest($1::uuid[], $2::text[])
     on conflict (id) do update set name = excluded.name where person.name <> excluded.name`,
    [ids, names.map((it) => it.name)],
  );
  return ids;
}

/** Names by id; those of erased persons are missing. */
export async function namesOf(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; name: string }>('select id, name from person where id = any($1::uuid[]) and erased_at is null', [[...new Set(ids)]]);
  return new Map(rows.map((it) => [it.id, it.name]));
}
