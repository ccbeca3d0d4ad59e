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
  const { rows } = await db.query<{ year: number }>('select distinct extract(year from day)::int as year from posting order by year desc');
  return rows.map((it) => it.year);
}
