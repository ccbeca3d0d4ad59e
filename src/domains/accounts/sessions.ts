import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import type { Actor } from '../../base/rights.ts';
import type { Transaction } from '../../base/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { deleteSession, insertSession, seeSession } from './store.ts';
import { type Role, SESSION_HOURS, SESSION_IDLE_MINUTES, SESSION_SEEN_SECONDS } from './terms.ts';

const LIFE = { hours: SESSION_HOURS, idleMinutes: SESSION_IDLE_MINUTES };
/** 32 random bytes; the database knows only their SHA-256. */
const TOKEN = /^[\w-]{43}$/;

/** Who is signed in. */
export interface SignedIn extends Actor {
  readonly role: Role;
  /** An account of a demonstration. */
  readonly demo: boolean;
}

/**
 * Who acts by a session's token: asked at each request, so that a disabled account is out at once.
 * @param options.demo whether the platform runs as a demonstration: its accounts act in no other mode
 * @param options.now absent: the database's clock
 */
export async function actorOfToken(db: Queryable, token: string, { demo, now }: { demo: boolean; now?: Date }): Promise<SignedIn | undefined> {
  if (!TOKEN.test(token)) return undefined;
  return seeSession(db, hashToken(token), { ...LIFE, seenSeconds: SESSION_SEEN_SECONDS, demo, now });
}

/**
 * Begins a session in the place of the one that the request came with.
 * @returns the new token, for the cookie alone
 */
export async function beginSession(tx: Transaction, account: string, before: string | undefined, now?: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await insertSession(tx, hashToken(token), account, LIFE, now);
  await endSession(tx, before);
  return token;
}

/** @returns the account whose session ended; undefined where there was none */
export async function endSession(tx: Transaction, token: string | undefined): Promise<string | undefined> {
  return token === undefined ? undefined : deleteSession(tx, hashToken(token));
}

/**
 * Hands a token that a write made to the client.
 * @throws Refusal 'sign-in-again' where the write was a repetition: the token went out with the first answer only
 */
export function handOver(context: Pick<Context, 'setSession'>, token: string | undefined): void {
  if (token === undefined) throw new Refusal('sign-in-again', '这次提交已经办理过，请重新登录。');
  context.setSession(token);
}

function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
