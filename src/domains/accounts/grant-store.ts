import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import type { Day } from '../../kernel/day.ts';
import { deleteSessions } from './session-store.ts';
import { administrators, type Role } from './terms.ts';

/** A role at a unit, and what further units it reaches. */
export interface GrantContent {
  readonly role: Role;
  readonly unit: string;
  /** Further units whose records the grant reaches: 分管单位. */
  readonly also: readonly string[];
  /** What the grant rests on; may be blank. */
  readonly document: string;
}

/** A grant as it stands in the table. */
export interface GrantRow extends GrantContent {
  readonly id: string;
  readonly account: string;
  readonly login: string;
  readonly person: string;
  /** Persons who granted and ended it; null: the system at its start. */
  readonly grantedBy: string | null;
  readonly grantedAt: Date;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

/** @param by null: the system itself, at set-up and in a demonstration */
export async function insertGrant(tx: Transaction, account: string, { role, unit, also, document }: GrantContent, by: string | null): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    'insert into role_grant (account_id, role, unit, also, document, granted_by) values ($1, $2, $3, $4, $5, $6) returning id',
    [account, role, unit, also, document, by],
  );
  return rows[0]!.id;
}

/** Ends the standing grant of an account and its sessions: what they were allowed is over at once. @returns the role that ended */
export async function endGrant(tx: Transaction, account: string, by: string): Promise<Role | undefined> {
  const { rows } = await tx.query<{ role: Role }>('update role_grant set ended_by = $2, ended_at = clock_timestamp() where account_id = $1 and ended_at is null returning role', [account, by]);
  await deleteSessions(tx, account);
  return rows[0]?.role;
}

/** Who takes administrators away does so one at a time: otherwise two could each take one of the last two. */
export async function lockAdministrators(tx: Transaction): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['administrators']);
}

/** Whether nobody else in use holds the administration that an account in use holds; in a demonstration nobody is the last. Behind `lockAdministrators` it stays so. */
export async function isLastAdministrator(db: Queryable, account: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `with holder as (select g.account_id, g.role from role_grant g join account a on a.id = g.account_id where g.role = any($2) and g.ended_at is null and a.disabled_at is null and not a.demo)
     select from holder h where h.account_id = $1 and not exists (select from holder o where o.role = h.role and o.account_id <> $1)`,
    [account, administrators],
  );
  return rowCount === 1;
}

/** Grants that stood at the end of a day (absent: all that ever were), of everybody or of one account, the latest first; those of a demonstration only in one. */
export async function listGrants(db: Queryable, { demo, on, account }: { demo: boolean; on?: Day | undefined; account?: string | undefined }): Promise<GrantRow[]> {
  const { rows } = await db.query<GrantRow>(
    `select g.id, g.account_id as account, a.login, a.person_id as person, g.role, g.unit, g.also, g.document, g.granted_at as "grantedAt", g.ended_at as "endedAt",
       b.person_id as "grantedBy", e.person_id as "endedBy"
     from role_grant g join account a on a.id = g.account_id left join account b on b.id = g.granted_by left join account e on e.id = g.ended_by
     where (not a.demo or $1) and ($3::uuid is null or a.id = $3) and ($2::date is null or (g.granted_at < $2::date + 1 and (g.ended_at is null or g.ended_at >= $2::date + 1)))
     order by g.granted_at desc, g.id desc limit 2000`,
    [demo, on ?? null, account ?? null],
  );
  return rows;
}

/** Keeps what each role may do, where it differs from what was kept last. */
export async function keepRights(db: Queryable, rows: unknown): Promise<void> {
  await db.query(
    `insert into rights_version (rows) select $1::jsonb
     where (select rows from rights_version order by id desc limit 1) is distinct from $1::jsonb`,
    [JSON.stringify(rows)],
  );
}

/** What each role might do at the end of a day: right → role → reach; undefined before the first version that was kept. */
export async function rightsAt(db: Queryable, on: Day): Promise<Record<string, Record<string, string>> | undefined> {
  const { rows } = await db.query<{ rows: Record<string, Record<string, string>> }>('select rows from rights_version where since < $1::date + 1 order by id desc limit 1', [on]);
  return rows[0]?.rows;
}
