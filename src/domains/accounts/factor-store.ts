import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';

/** Steps that are kept as used: far more than any profile takes. */
const KEPT_STEPS = 20;

/** The seeds of an account's authenticator app, encrypted: that in use and that being set up. */
export async function findSeeds(db: Queryable, account: string): Promise<{ seed: Uint8Array | null; pending: Uint8Array | null; confirmedAt: Date | null }> {
  const { rows } = await db.query<{ seed: Uint8Array | null; pending: Uint8Array | null; confirmedAt: Date | null }>('select seed, pending, confirmed_at as "confirmedAt" from totp where account_id = $1', [account]);
  return rows[0] ?? { seed: null, pending: null, confirmedAt: null };
}

export async function keepPendingSeed(tx: Transaction, account: string, pending: Uint8Array): Promise<void> {
  await tx.query('insert into totp (account_id, pending) values ($1, $2) on conflict (account_id) do update set pending = excluded.pending', [account, pending]);
}

/** Puts the seed that was being set up in the place of the one before. @returns whether it still was that one */
export async function confirmSeed(tx: Transaction, account: string, pending: Uint8Array): Promise<boolean> {
  return (await tx.query('update totp set seed = pending, pending = null, confirmed_at = clock_timestamp() where account_id = $1 and pending = $2', [account, pending])).rowCount === 1;
}

/** Spends a code. @returns false where its step was spent before */
export async function useStep(tx: Transaction, account: string, step: number): Promise<boolean> {
  await tx.query('delete from totp_used where account_id = $1 and step < $2', [account, step - KEPT_STEPS]);
  return (await tx.query('insert into totp_used (account_id, step) values ($1, $2) on conflict do nothing', [account, step])).rowCount === 1;
}

/** A passkey as the database keeps it. */
export interface PasskeyRow {
  readonly id: string;
  readonly account: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly name: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

const PASSKEY = 'select id, account_id as account, public_key as "publicKey", counter::float8 as counter, name, made_at as "madeAt", used_at as "usedAt" from passkey';

export async function findPasskey(db: Queryable, id: string): Promise<PasskeyRow | undefined> {
  return (await db.query<PasskeyRow>(`${PASSKEY} where id = $1`, [id])).rows[0];
}

export async function listPasskeys(db: Queryable, account: string): Promise<PasskeyRow[]> {
  return (await db.query<PasskeyRow>(`${PASSKEY} where account_id = $1 order by made_at`, [account])).rows;
}

/** @returns false where it is there already */
export async function insertPasskey(tx: Transaction, it: { id: string; account: string; publicKey: Uint8Array; counter: number; name: string }): Promise<boolean> {
  const { rowCount } = await tx.query('insert into passkey (id, account_id, public_key, counter, name) values ($1, $2, $3, $4, $5) on conflict do nothing', [it.id, it.account, it.publicKey, it.counter, it.name]);
  return rowCount === 1;
}

/** Keeps the counter that a passkey told. @returns whether the passkey still is there and told no lower one than before */
export async function usePasskey(tx: Transaction, id: string, counter: number): Promise<boolean> {
  return (await tx.query('update passkey set counter = $2, used_at = clock_timestamp() where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))', [id, counter])).rowCount === 1;
}

export async function deletePasskey(tx: Transaction, account: string, id: string): Promise<boolean> {
  return (await tx.query('delete from passkey where account_id = $1 and id = $2', [account, id])).rowCount === 1;
}

/** Whether an account has any second factor. */
export async function hasFactor(db: Queryable, account: string): Promise<boolean> {
  return (await db.query('select from totp where account_id = $1 and seed is not null union all select from passkey where account_id = $1 limit 1', [account])).rowCount === 1;
}

/** Forgets the second factors of an account. */
export async function deleteFactors(tx: Transaction, account: string): Promise<void> {
  await tx.query('delete from totp where account_id = $1', [account]);
  await tx.query('delete from passkey where account_id = $1', [account]);
}
