import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import { deleteSessions } from './session-store.ts';
import type { Role } from './terms.ts';

/** An account as it is shown; its name stands in `person`. */
export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly person: string;
  readonly unit: string;
  readonly post: string;
  /** Of the standing grant; null without one. */
  readonly role: Role | null;
  readonly disabled: boolean;
  /** Whether it is logged in to by the city's single sign-on, and has no password. */
  readonly linked: boolean;
}

/** An account to be made. */
export interface NewAccount {
  readonly login: string;
  readonly loginKey: string;
  readonly person: string;
  /** Null: nobody logs in to it, a demonstration enters it. */
  readonly passwordHash: string | null;
  readonly unit: string;
  readonly post: string;
  readonly demo: boolean;
}

const SHOWN = `select a.id, a.login, a.person_id as person, coalesce(g.unit, a.unit) as unit, a.post, g.role, a.disabled_at is not null as disabled,
    exists (select from oidc_link l where l.account_id = a.id and l.ended_at is null) as linked
  from account a left join role_grant g on g.account_id = a.id and g.ended_at is null`;

/** Every account by login name; those of a demonstration only in one. */
export async function listAccounts(db: Queryable, demo: boolean): Promise<AccountRow[]> {
  return (await db.query<AccountRow>(`${SHOWN} where not a.demo or $1 order by a.login_key`, [demo])).rows;
}

/** What a demonstration offers to enter: its own accounts without a password, in the order they were made. */
export async function listDemoAccounts(db: Queryable): Promise<AccountRow[]> {
  return (await db.query<AccountRow>(`${SHOWN} where a.demo and a.password_hash is null and a.disabled_at is null order by a.created_at, a.id`)).rows;
}

export async function findAccount(db: Queryable, id: string): Promise<AccountRow | undefined> {
  return (await db.query<AccountRow>(`${SHOWN} where a.id = $1`, [id])).rows[0];
}

/** Whether somebody administers the accounts of people: until then the platform is to be set up. */
export async function hasSystemAdmin(db: Queryable): Promise<boolean> {
  return (await db.query("select from role_grant g join account a on a.id = g.account_id where g.role = 'system-admin' and g.ended_at is null and not a.demo limit 1")).rowCount === 1;
}

/** Whether an account exists that is not of a demonstration. */
export async function hasAccounts(db: Queryable): Promise<boolean> {
  return (await db.query('select from account where not demo limit 1')).rowCount === 1;
}

/** @returns undefined where the login name is taken */
export async function insertAccount(tx: Transaction, it: NewAccount): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into account (login, login_key, person_id, password_hash, unit, post, demo) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (login_key) do nothing returning id`,
    [it.login, it.loginKey, it.person, it.passwordHash, it.unit, it.post, it.demo],
  );
  return rows[0]?.id;
}

/** Locks an account against being disabled meanwhile. @returns whether it may act */
export async function holdAccount(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.query('select from account where id = $1 and disabled_at is null for update', [id])).rowCount === 1;
}

/** Disables an account and ends its sessions. @returns whether it was in use until now */
export async function disableAccount(tx: Transaction, id: string): Promise<boolean> {
  const { rowCount } = await tx.query('update account set disabled_at = clock_timestamp() where id = $1 and disabled_at is null', [id]);
  await deleteSessions(tx, id);
  return rowCount === 1;
}

/** Opens a disabled account without its password. @returns whether it was disabled */
export async function enableAccount(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.query('update account set disabled_at = null, password_hash = null, password_at = null, used_at = clock_timestamp() where id = $1 and disabled_at is not null', [id])).rowCount === 1;
}

/** The login keys among these that are taken. */
export async function takenLogins(db: Queryable, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ login_key: string }>('select login_key from account where login_key = any($1::text[])', [keys]);
  return new Set(rows.map((it) => it.login_key));
}

/** The years that postings are dated in, newest first. */
export async function yearsWithPostings(db: Queryable): Promise<number[]> {
  // A skip scan over the index of days: one look-up a year, however many postings there are.
  const { rows } = await db.query<{ year: number }>(
    `with recursive last as (
       (select day from posting order by day desc limit 1)
       union all
       select (select p.day from posting p where p.day < date_trunc('year', last.day)::date order by p.day desc limit 1) from last where last.day is not null
     )
     select extract(year from day)::int as year from last where day is not null`,
  );
  return rows.map((it) => it.year);
}

/** Only one process at a time makes or uses a set-up code. */
export async function lockSetup(tx: Transaction): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['set-up']);
}

/** The code of this start takes the place of those before. */
export async function replaceSetupCode(tx: Transaction, codeHash: Uint8Array, hours: number, now?: Date): Promise<void> {
  await tx.query('delete from setup_code');
  await tx.query('insert into setup_code (code_hash, expires_at) values ($1, coalesce($3::timestamptz, clock_timestamp()) + make_interval(hours => $2))', [codeHash, hours, now]);
}

export async function findSetupCode(db: Queryable, codeHash: Uint8Array, now?: Date): Promise<'good' | 'expired' | 'unknown'> {
  const { rows } = await db.query<{ good: boolean }>('select expires_at > coalesce($2::timestamptz, clock_timestamp()) as good from setup_code where code_hash = $1', [codeHash, now]);
  if (!rows[0]) return 'unknown';
  return rows[0].good ? 'good' : 'expired';
}

export async function deleteSetupCodes(tx: Transaction): Promise<void> {
  await tx.query('delete from setup_code');
}

/** The code of an account takes the place of the one before. */
export async function replaceActivationCode(tx: Transaction, account: string, codeHash: Uint8Array, hours: number, by: string | null): Promise<void> {
  await tx.query(
    `insert into activation_code (account_id, code_hash, expires_at, made_by) values ($1, $2, clock_timestamp() + make_interval(hours => $3), $4)
     on conflict (account_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at, made_by = excluded.made_by`,
    [account, codeHash, hours, by],
  );
}

/** What a code is worth; in a transaction nobody else uses it meanwhile. */
export async function findActivationCode(db: Queryable, account: string, codeHash: Uint8Array, now?: Date): Promise<'good' | 'expired' | 'unknown'> {
  const { rows } = await db.query<{ good: boolean }>(
    `select c.expires_at > coalesce($3::timestamptz, clock_timestamp()) as good from activation_code c join account a on a.id = c.account_id
     where c.account_id = $1 and c.code_hash = $2 and a.disabled_at is null
       and not exists (select from oidc_link l where l.account_id = a.id and l.ended_at is null)
       and not exists (select from role_grant g where g.account_id = a.id and g.ended_at is null and g.role = 'integration') for update of c`,
    [account, codeHash, now],
  );
  if (!rows[0]) return 'unknown';
  return rows[0].good ? 'good' : 'expired';
}

export async function deleteActivationCode(tx: Transaction, account: string): Promise<void> {
  await tx.query('delete from activation_code where account_id = $1', [account]);
}
