import { createHash } from 'node:crypto';
import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import { minutesForSource, minutesToWait, networkOf } from './lockout.ts';
import { LOGIN_FAILURES, LOGIN_MINUTES, SOURCE_FAILURES } from './terms.ts';

/** What is tried (blank: only the address counts), and from where: both are kept hashed, for what is mistyped as a name may be a password. */
export interface Attempt {
  readonly key: string;
  readonly source: string | undefined;
}

/**
 * @param tried the login key, or what else is guessed: `factor <account>`; undefined where nobody must be kept out by others' wrong tries
 * @param source the address that asks, where wrong tries from it count
 */
export function attemptOf(tried: string | undefined, source: string | undefined): Attempt {
  return { key: tried === undefined ? '' : hex(tried), source: source === undefined ? undefined : hex(networkOf(source)) };
}

/** One attempt at a name at a time. */
export async function lockAttempt(tx: Transaction, { key }: Attempt): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`login ${key}`]);
}

/** How many minutes an attempt still waits, for its name's sake or its address's; 0 where it may be made. And what time it is. */
export async function minutesWaiting(db: Queryable, { key, source }: Attempt, now?: Date): Promise<{ minutes: number; at: Date }> {
  const { rows } = await db.query<{ named: Date[]; sourced: Date[]; now: Date }>(
    `select coalesce($5::timestamptz, clock_timestamp()) as now,
       array(select at from login_failure where login_key = $1 and $1 <> '' order by at desc limit $2) as named,
       array(select at from login_failure where source = $3 order by at desc limit $4) as sourced`,
    [key, LOGIN_FAILURES, source ?? null, SOURCE_FAILURES, now],
  );
  const { named, sourced, now: at } = rows[0]!;
  return { minutes: Math.max(minutesToWait(named, at), minutesForSource(sourced, at)), at };
}

export async function keepFailure(tx: Transaction, { key, source }: Attempt, at: Date): Promise<void> {
  await tx.query('insert into login_failure (login_key, source, at) values ($1, $2, $3)', [key, source ?? null, at]);
}

/** Forgets what was tried wrong at a name, and everybody's wrong tries that count no longer. */
export async function forgetFailures(tx: Transaction, { key }: Attempt, at: Date): Promise<void> {
  // The address keeps its count: whoever knows one password must not be free to guess others.
  await tx.query("update login_failure set login_key = '' where login_key = $1", [key]);
  const old = new Date(at.getTime() - 2 * LOGIN_MINUTES * 60_000);
  await tx.query('delete from login_failure where ctid = any(array(select ctid from login_failure where at < $1 for update skip locked))', [old]);
}

function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
