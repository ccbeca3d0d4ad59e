import type { Queryable } from '../../base/database.ts';
import type { Day } from '../../kernel/day.ts';

/** A row of the audit as it is read; its person's name stands in `person`. */
export interface LoggedRow {
  readonly seq: string;
  readonly at: Date;
  readonly account: string | null;
  readonly login: string | null;
  readonly name: string | null;
  readonly unit: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly request: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface LogQuery {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly account?: string | undefined;
  /** One, or any of several. */
  readonly action?: string | readonly string[] | undefined;
  readonly object?: string | undefined;
  /** Only rows before this number. */
  readonly before?: string | undefined;
}

/** Rows that a query names, the newest first. */
export async function readLog(db: Queryable, { from, to, account, action, object, before }: LogQuery, limit: number): Promise<LoggedRow[]> {
  const { rows } = await db.query<LoggedRow>(
    `select l.seq::text, l.at, l.account_id as account, a.login, p.name, l.unit, l.action, l.object_kind as "objectKind", l.object_id as "objectId", l.request, l.detail
     from audit l left join account a on a.id = l.account_id left join person p on p.id = a.person_id and p.erased_at is null
     where ($1::date is null or l.at >= $1::date) and ($2::date is null or l.at < $2::date + 1) and ($3::uuid is null or l.account_id = $3) and ($4::text[] is null or l.action = any($4))
       and ($5::text is null or l.object_id = $5 or l.request::text = $5) and ($6::bigint is null or l.seq < $6)
     order by l.seq desc limit $7`,
    [from ?? null, to ?? null, account ?? null, typeof action === 'string' ? [action] : (action ?? null), object ?? null, before ?? null, limit],
  );
  return rows;
}

/** Everybody who has or had an account; a name that was erased is null. */
export async function readPeople(db: Queryable): Promise<{ id: string; login: string; name: string | null }[]> {
  const { rows } = await db.query<{ id: string; login: string; name: string | null }>('select a.id, a.login, p.name from account a left join person p on p.id = a.person_id and p.erased_at is null');
  return rows;
}
