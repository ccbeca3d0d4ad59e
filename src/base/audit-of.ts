import type { Queryable } from './database.ts';

/** A row of the audit about something, as its own pages show it. */
export interface ActOnObject {
  readonly at: Date;
  readonly account: string | null;
  readonly unit: string | null;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What the audit says of some objects of a kind, by certain acts, the latest first. */
export async function auditOf(db: Queryable, { actions, kind, ids }: { actions: readonly string[]; kind: string; ids: readonly string[] }): Promise<ActOnObject[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<ActOnObject>(
    'select at, account_id as account, unit, action, detail from audit where object_kind = $1 and object_id = any($2::text[]) and action = any($3::text[]) order by seq desc limit 200',
    [kind, ids, actions],
  );
  return rows;
}
