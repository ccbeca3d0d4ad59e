import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import type { Role } from './terms.ts';

/** An account as it is shown; its name stands in `person`. */
export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly person: string;
  readonly unit: string;
  readonly post: string;
  readonly role: Role;
  readonly disabled: boolean;
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
  readonly role: Role;
  readonly demo: boolean;
}

const SHOWN = 'select id, login, person_id as person, unit, post, role, disabled_at is not null as disabled from account';

/** Every account by login name; those of a demonstration only in one. */
export async function listAccounts(db: Queryable, demo: boolean): Promise<AccountRow[]> {
  return (await db.query<AccountRow>(`${SHOWN} where not demo or $1 order by login_key`, [demo])).rows;
}

/** What a demonstration offers to enter: its own accounts without a password, in the order they were made. */
export async function listDemoAccounts(db: Queryable): Promise<AccountRow[]> {
  return (await db.query<AccountRow>(`${SHOWN} where demo and password_hash is null and disabled_at is null order by created_at, id`)).rows;
}

export async function findAccount(db: Queryable, id: string): Promise<AccountRow | undefined> {
  return (await db.query<AccountRow>(`${SHOWN} where id = $1`, [id])).rows[0];
}

/** Whether an account exists that is not of a demonstration. */
export async function hasAccounts(db: Queryable): Promise<boolean> {
  return (await db.query('select from account where not demo limit 1')).rowCount === 1;
}

/** @returns undefined where the login name is taken */
export async function insertAccount(tx: Transaction, it: NewAccount): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into account (login, login_key, person_id, password_hash, unit, post, role, demo) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (login_key) do nothing returning id`,
    [it.login, it.loginKey, it.person, it.passwordHash, it.unit, it.post, it.role, it.demo],
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
  await tx.query('delete from session where account_id = $1', [id]);
  return rowCount === 1;
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

/** What a log-in is checked against. */
export interface LoginRow {
  readonly id: string;
  readonly unit: string;
  readonly hash: string | null;
}

export async function findLogin(db: Queryable, loginKey: string): Promise<LoginRow | undefined> {
  return (await db.query<LoginRow>('select id, unit, password_hash as hash from account where login_key = $1', [loginKey])).rows[0];
}

/** Whether an account still stands as it was read, and cannot change before this transaction ends. */
export async function holdLogin(tx: Transaction, { id, hash }: LoginRow, demo: boolean): Promise<boolean> {
  const { rowCount } = await tx.query('select from account where id = $1 and password_hash = $2 and disabled_at is null and (not demo or $3) for share', [id, hash, demo]);
  return rowCount === 1;
}

/** One log-in of a name at a time. @param nameHash of the login key: what is mistyped there may be a password */
export async function lockLogin(tx: Transaction, nameHash: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`login ${nameHash}`]);
}

/** The last failures of a login name, the newest first, and what time it is. */
export async function lastFailures(db: Queryable, nameHash: string, limit: number, now?: Date): Promise<{ failures: Date[]; now: Date }> {
  const { rows } = await db.query<{ failures: Date[]; now: Date }>(
    `select coalesce($3::timestamptz, clock_timestamp()) as now,
       array(select at from login_failure where login_key = $1 order by at desc limit $2) as failures`,
    [nameHash, limit, now],
  );
  return rows[0]!;
}

export async function insertFailure(tx: Transaction, nameHash: string, at: Date): Promise<void> {
  await tx.query('insert into login_failure (login_key, at) values ($1, $2)', [nameHash, at]);
}

/** Forgets a name's failures, and everybody's from before `old`. */
export async function forgetFailures(tx: Transaction, nameHash: string, old: Date): Promise<void> {
  await tx.query('delete from login_failure where login_key = $1', [nameHash]);
  await tx.query('delete from login_failure where ctid = any(array(select ctid from login_failure where at < $1 for update skip locked))', [old]);
}

/** How long a session lives. */
export interface SessionLife {
  readonly hours: number;
  readonly idleMinutes: number;
}

const LIVES = "begun_at > at.now - make_interval(hours => $2) and seen_at > at.now - make_interval(mins => $3)";

/** Begins a session; sessions that ended by themselves are swept away. */
export async function insertSession(tx: Transaction, tokenHash: Uint8Array, account: string, { hours, idleMinutes }: SessionLife, now?: Date): Promise<void> {
  await tx.query('insert into session (token_hash, account_id, begun_at, seen_at) select $1, $2, it, it from coalesce($3::timestamptz, clock_timestamp()) as it', [tokenHash, account, now]);
  await tx.query(
    `delete from session where token_hash = any(array(
       select token_hash from session, (select coalesce($1::timestamptz, clock_timestamp()) as now) as at where not (${LIVES}) for update of session skip locked))`,
    [now, hours, idleMinutes],
  );
}

/** @returns the account that it belonged to */
export async function deleteSession(tx: Transaction, tokenHash: Uint8Array): Promise<string | undefined> {
  return (await tx.query<{ account: string }>('delete from session where token_hash = $1 returning account_id as account', [tokenHash])).rows[0]?.account;
}

/**
 * The account of a session that lives, where the account may act now; marks the session as seen.
 * @param demo whether accounts of a demonstration may act
 */
export async function seeSession(
  db: Queryable,
  tokenHash: Uint8Array,
  { hours, idleMinutes, seenSeconds, demo, now }: SessionLife & { seenSeconds: number; demo: boolean; now: Date | undefined },
): Promise<{ account: string; unit: string; role: Role; demo: boolean } | undefined> {
  const { rows } = await db.query<{ account: string; unit: string; role: Role; demo: boolean }>(
    `with at as (select coalesce($1::timestamptz, clock_timestamp()) as now),
     found as (
       select s.token_hash, a.id as account, a.unit, a.role, a.demo
       from at, session s join account a on a.id = s.account_id
       where s.token_hash = $4 and a.disabled_at is null and (not a.demo or $5) and ${LIVES}
     ),
     seen as (
       update session s set seen_at = at.now from at, found
       where s.token_hash = found.token_hash and s.seen_at <= at.now - make_interval(secs => $6)
     )
     select account, unit, role, demo from found`,
    [now, hours, idleMinutes, tokenHash, demo, seenSeconds],
  );
  return rows[0];
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
