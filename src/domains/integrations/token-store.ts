import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import type { Day } from '../../kernel/day.ts';
import { ENACTED_MERGERS } from '../../ledger/units.ts';
import { INTEGRATION } from './terms.ts';

/** An account of the role `integration`; its name stands in `person`. */
export interface IntegrationAccount {
  readonly id: string;
  readonly login: string;
  readonly person: string;
  readonly unit: string;
}

/** Accounts that tokens act as: those of a demonstration only in one. */
export async function integrationAccounts(db: Queryable, demo: boolean): Promise<IntegrationAccount[]> {
  const { rows } = await db.query<IntegrationAccount>(
    `select a.id, a.login, a.person_id as person, g.unit from account a join role_grant g on g.account_id = a.id and g.ended_at is null
     where g.role = $2 and a.disabled_at is null and (not a.demo or $1) order by a.login_key`,
    [demo, INTEGRATION],
  );
  return rows;
}

export interface NewToken {
  readonly account: string;
  readonly name: string;
  readonly rights: readonly string[];
  readonly expiresOn: Day;
}

export async function insertToken(tx: Transaction, { account, name, rights, expiresOn }: NewToken, tokenHash: Uint8Array, by: string): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    'insert into service_token (account_id, name, token_hash, rights, expires_on, made_by) values ($1, $2, $3, $4, $5, $6) returning id',
    [account, name, tokenHash, rights, expiresOn, by],
  );
  return rows[0]!.id;
}

/** @returns the account whose token it was; undefined where no such token was good */
export async function revokeRow(tx: Transaction, id: string, by: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ account: string }>('update service_token set revoked_by = $2, revoked_at = clock_timestamp() where id = $1 and revoked_at is null returning account_id as account', [id, by]);
  return rows[0]?.account;
}

export interface TokenRow {
  readonly id: string;
  readonly account: string;
  readonly login: string;
  readonly person: string;
  readonly name: string;
  readonly rights: readonly string[];
  readonly expiresOn: Day;
  readonly madeAt: Date;
  readonly usedOn: Day | null;
  readonly revokedAt: Date | null;
  readonly state: 'good' | 'expired' | 'revoked' | 'unusable';
}

/** Every token there is or was, those that are good first. `unusable`: its account was disabled, or has another role now. */
export async function listTokens(db: Queryable, demo: boolean): Promise<TokenRow[]> {
  const { rows } = await db.query<TokenRow>(
    `select t.id, a.id as account, a.login, a.person_id as person, t.name, t.rights, t.expires_on as "expiresOn", t.made_at as "madeAt", t.used_on as "usedOn", t.revoked_at as "revokedAt",
       case when t.revoked_at is not null then 'revoked' when t.expires_on < clock_timestamp()::date then 'expired' when a.disabled_at is not null or g.id is null then 'unusable' else 'good' end as state
     from service_token t join account a on a.id = t.account_id left join role_grant g on g.account_id = a.id and g.ended_at is null and g.role = $2
     where not a.demo or $1 order by t.revoked_at desc nulls first, t.made_at desc limit 500`,
    [demo, INTEGRATION],
  );
  return rows;
}

/** Whom a good token acts as, and what of the role it may do. */
export interface TokenActor {
  readonly id: string;
  readonly rights: readonly string[];
  readonly account: string;
  readonly unit: string;
  readonly also: readonly string[];
  readonly mergers: readonly { unit: string; into: string; day: Day }[];
  /** Whether it was used today before. */
  readonly used: boolean;
}

/** @param now absent: the database's clock; its connections live in the city's time zone */
export async function findTokenActor(db: Queryable, tokenHash: Uint8Array, demo: boolean, now?: Date): Promise<TokenActor | undefined> {
  const { rows } = await db.query<TokenActor>(
    `select t.id, t.rights, a.id as account, g.unit, g.also, t.used_on is not distinct from at::date as used,
       ${ENACTED_MERGERS} as mergers
     from service_token t join account a on a.id = t.account_id join role_grant g on g.account_id = a.id and g.ended_at is null,
       lateral (select coalesce($3::timestamptz, clock_timestamp()) as at) as clock
     where t.token_hash = $1 and t.revoked_at is null and t.expires_on >= at::date and g.role = $4 and a.disabled_at is null and (not a.demo or $2)`,
    [tokenHash, demo, now, INTEGRATION],
  );
  return rows[0];
}

/** Marks a token and its account as used: once a day. */
export async function markTokenUsed(db: Queryable, { id, account }: TokenActor, now?: Date): Promise<void> {
  await db.query('update service_token set used_on = coalesce($2::timestamptz, clock_timestamp())::date where id = $1', [id, now]);
  await db.query('update account set used_at = coalesce($2::timestamptz, clock_timestamp()) where id = $1', [account, now]);
}
