import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import { ENACTED_MERGERS } from '../../ledger/units.ts';
import type { SessionFacts } from './stages.ts';
import { NO_ROLE, type ProfileId } from './terms.ts';

/** Long enough for every profile: older sessions are swept away. */
const KEPT_HOURS = 12;

/** Begins a session and marks its account as used; sessions that ended long ago are swept away. */
export async function insertSession(tx: Transaction, tokenHash: Uint8Array, account: string, proved: boolean, now?: Date): Promise<void> {
  await tx.query(
    `insert into session (token_hash, account_id, begun_at, seen_at, proved_at)
     select $1, $2, it, it, case when $4 then it end from coalesce($3::timestamptz, clock_timestamp()) as it`,
    [tokenHash, account, now, proved],
  );
  await tx.query('update account set used_at = coalesce($2::timestamptz, clock_timestamp()) where id = $1', [account, now]);
  await tx.query(
    `delete from session where token_hash = any(array(
       select token_hash from session where begun_at <= coalesce($1::timestamptz, clock_timestamp()) - make_interval(hours => $2) for update skip locked))`,
    [now, KEPT_HOURS],
  );
}

/** @returns the account that it belonged to */
export async function deleteSession(tx: Transaction, tokenHash: Uint8Array): Promise<string | undefined> {
  return (await tx.query<{ account: string }>('delete from session where token_hash = $1 returning account_id as account', [tokenHash])).rows[0]?.account;
}

/** Ends the sessions of an account, all but one where `but` names it. @returns how many there were */
export async function deleteSessions(tx: Transaction, account: string, but?: Uint8Array): Promise<number> {
  return (await tx.query('delete from session where account_id = $1 and token_hash is distinct from $2', [account, but ?? null])).rowCount ?? 0;
}

/** Gives a session another token; its beginning stays. @returns whether it still was there */
export async function replaceToken(tx: Transaction, before: Uint8Array, after: Uint8Array, proved: boolean, now?: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update session set token_hash = $2, proved_at = case when $3 then coalesce($4::timestamptz, clock_timestamp()) else proved_at end where token_hash = $1`,
    [before, after, proved, now],
  );
  return rowCount === 1;
}

/** A session with its account: whom it is of, and what decides which units are theirs. */
export interface SeenSession extends SessionFacts {
  readonly account: string;
  readonly unit: string;
  readonly also: readonly string[];
  readonly mergers: readonly { unit: string; into: string; day: string }[];
  /** Null: none was ever chosen. */
  readonly profile: ProfileId | null;
  readonly now: Date;
}

/** The session of a token, where its account may act at all. @param demo whether accounts of a demonstration may act */
export async function findSession(db: Queryable, tokenHash: Uint8Array, demo: boolean, now?: Date): Promise<SeenSession | undefined> {
  const { rows } = await db.query<SeenSession>(
    `select a.id as account, coalesce(g.unit, a.unit) as unit, coalesce(g.role, '${NO_ROLE}') as role, coalesce(g.also, '{}') as also, a.demo,
       s.begun_at as "beganAt", s.seen_at as "seenAt", s.proved_at as "provedAt", a.password_at as "passwordAt",
       exists (select from totp t where t.account_id = a.id and t.seed is not null) or exists (select from passkey k where k.account_id = a.id) as "hasFactor",
       (select p.profile from security_profile p order by p.id desc limit 1) as profile,
       ${ENACTED_MERGERS} as mergers,
       coalesce($3::timestamptz, clock_timestamp()) as now
     from session s join account a on a.id = s.account_id left join role_grant g on g.account_id = a.id and g.ended_at is null
     where s.token_hash = $1 and a.disabled_at is null and (not a.demo or $2) and (a.demo or g.role is distinct from 'integration')`,
    [tokenHash, demo, now],
  );
  return rows[0];
}

/** Marks a session as used; one of several at once does it. */
export async function markSeen(db: Queryable, tokenHash: Uint8Array, { seenAt, now }: SeenSession): Promise<void> {
  await db.query('update session set seen_at = $3 where token_hash = $1 and seen_at = $2', [tokenHash, seenAt, now]);
}

/** The sessions of an account, the latest first. */
export async function listSessions(db: Queryable, account: string): Promise<{ tokenHash: Uint8Array; beganAt: Date; seenAt: Date }[]> {
  return (await db.query<{ tokenHash: Uint8Array; beganAt: Date; seenAt: Date }>('select token_hash as "tokenHash", begun_at as "beganAt", seen_at as "seenAt" from session where account_id = $1 order by seen_at desc', [account])).rows;
}
