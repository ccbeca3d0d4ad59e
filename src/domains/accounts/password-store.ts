import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import { REMEMBERED_PASSWORDS } from './terms.ts';

/** What a log-in is checked against. */
export interface LoginRow {
  readonly id: string;
  readonly login: string;
  readonly unit: string;
  readonly hash: string | null;
  /** When somebody last signed in to it. */
  readonly usedAt: Date;
}

const LOGIN = 'select id, login, unit, password_hash as hash, used_at as "usedAt" from account';

/** Accounts of other systems act by tokens and log in in no other way; in a demonstration one may look through them. */
const NOT_BY_TOKEN = "(demo or not exists (select from role_grant g where g.account_id = account.id and g.ended_at is null and g.role = 'integration'))";

export async function findLogin(db: Queryable, loginKey: string): Promise<LoginRow | undefined> {
  return (await db.query<LoginRow>(`${LOGIN} where login_key = $1`, [loginKey])).rows[0];
}

export async function findLoginOf(db: Queryable, account: string): Promise<LoginRow | undefined> {
  return (await db.query<LoginRow>(`${LOGIN} where id = $1`, [account])).rows[0];
}

/** Whether an account still stands as it was read, and cannot change before this transaction ends. */
export async function holdLogin(tx: Transaction, { id, hash }: LoginRow, demo: boolean): Promise<boolean> {
  const { rowCount } = await tx.query(`select from account where id = $1 and password_hash = $2 and disabled_at is null and (not demo or $3) and ${NOT_BY_TOKEN} for update`, [id, hash, demo]);
  return rowCount === 1;
}

/** The last passwords of an account, hashed; the present one among them. */
export async function formerPasswords(db: Queryable, account: string): Promise<string[]> {
  return (await db.query<{ hash: string }>('select password_hash as hash from former_password where account_id = $1 order by set_at desc limit $2', [account, REMEMBERED_PASSWORDS])).rows.map((it) => it.hash);
}

/** Sets a password and remembers it; what is older than the last few is forgotten. */
export async function keepPassword(tx: Transaction, account: string, passwordHash: string, now?: Date): Promise<void> {
  await tx.query('update account set password_hash = $2, password_at = coalesce($3::timestamptz, clock_timestamp()) where id = $1', [account, passwordHash, now]);
  await tx.query('insert into former_password (account_id, password_hash, set_at) values ($1, $2, coalesce($3::timestamptz, clock_timestamp()))', [account, passwordHash, now]);
  await tx.query(
    'delete from former_password where account_id = $1 and ctid <> all(array(select ctid from former_password where account_id = $1 order by set_at desc limit $2))',
    [account, REMEMBERED_PASSWORDS],
  );
}

/** Whether an account may be signed in to now, and cannot be disabled before this transaction ends. */
export async function holdUsable(tx: Transaction, account: string, demo: boolean): Promise<boolean> {
  return (await tx.query(`select from account where id = $1 and disabled_at is null and (not demo or $2) and ${NOT_BY_TOKEN} for update`, [account, demo])).rowCount === 1;
}

/** When an account's password was set (null without one), and what time it is. */
export async function findPasswordAge(db: Queryable, account: string): Promise<{ passwordAt: Date | null; now: Date }> {
  return (await db.query<{ passwordAt: Date | null; now: Date }>('select (select password_at from account where id = $1) as "passwordAt", clock_timestamp() as now', [account])).rows[0]!;
}
