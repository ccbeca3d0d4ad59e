import type { Queryable } from '../../base/database.ts';

/** `subject unit`: whom the commerce bureau let in beside the holder, for it explained another project, and with whom the lead is shared. */
export async function letIn(db: Queryable, subjects: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ pass: string }>("select subject_id || ' ' || unit as pass from holding_event where act in ('explained', 'shared') and subject_id = any($1::uuid[])", [subjects]);
  return new Set(rows.map((it) => it.pass));
}
