import type { CallerSession, Context } from '../../base/context.ts';
import type { Database } from '../../base/database.ts';
import type { Actor } from '../../base/rights.ts';
import { hashToken, newToken } from '../../base/token.ts';
import type { Transaction } from '../../base/transaction.ts';
import type { Day } from '../../kernel/day.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import { unitsWithin } from '../../mechanism/units.ts';
import { deleteSession, deleteSessions, findSession, insertSession, markSeen, replaceToken } from './session-store.ts';
import { isAlive, stageOf } from './stages.ts';
import { FIRST_PROFILE, type NO_ROLE, PROOF_MINUTES, profiles, type Role, SESSION_SEEN_SECONDS } from './terms.ts';

const TOKEN = /^[\w-]{43}$/;

/** Who is signed in. */
export interface SignedIn extends Actor {
  readonly role: Role | typeof NO_ROLE;
  /** An account of a demonstration. */
  readonly demo: boolean;
}

/**
 * Who asks by a session's token: found out at each request, so that a disabled account is out at once.
 * @param options.today decides which mergers of units have taken place
 * @param options.demo whether the platform runs as a demonstration: its accounts act in no other mode
 * @param options.now absent: the database's clock
 * @returns the session, and the actor where it is signed in in full; undefined where there is no session that lives
 */
export async function callerOfToken(db: Pick<Database, 'query'>, pack: Pack, token: string, { demo, today, now }: { demo: boolean; today: Day; now?: Date }): Promise<{ session: CallerSession; actor: SignedIn | undefined } | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const seen = await findSession(db, hashToken(token), demo, now);
  const profile = profiles[seen?.profile ?? FIRST_PROFILE];
  if (!seen || !isAlive(seen, profile, seen.now)) return undefined;
  if (seen.now.getTime() - seen.seenAt.getTime() >= SESSION_SEEN_SECONDS * 1000) await markSeen(db, hashToken(token), seen);
  const { account, unit, role, also, mergers, provedAt } = seen;
  const stage = stageOf(seen, profile, seen.now);
  const proved = seen.demo || (provedAt !== null && seen.now.getTime() < provedAt.getTime() + PROOF_MINUTES * 60_000);
  const actor = { account, unit, units: unitsWithin(pack, [unit, ...also], mergers, today), role, demo: seen.demo };
  return { session: { account, unit, stage, proved }, actor: stage === 'full' ? actor : undefined };
}

/**
 * Begins a session in the place of the one that the request came with.
 * @param options.proved whether a second factor was shown: without it the session is only half signed in
 * @param options.before the token that the request came with
 * @returns the new token, for the cookie alone
 */
export async function beginSession(tx: Transaction, account: string, { proved, before, now }: { proved: boolean; before?: string | undefined; now?: Date | undefined }): Promise<string> {
  const token = newToken();
  await insertSession(tx, hashToken(token), account, proved, now);
  await endSession(tx, before);
  return token;
}

/** @returns the account whose session ended; undefined where there was none */
export async function endSession(tx: Transaction, token: string | undefined): Promise<string | undefined> {
  return token === undefined ? undefined : deleteSession(tx, hashToken(token));
}

/** Ends all sessions of an account but that of the request. @returns how many */
export function endOtherSessions(tx: Transaction, account: string, token: string | undefined): Promise<number> {
  return deleteSessions(tx, account, token === undefined ? undefined : hashToken(token));
}

/**
 * Gives the request's session another token, as is done whenever it comes a stage further; it lives no longer for it.
 * @param options.proved whether a second factor was shown now
 * @throws Refusal 'signed-out' where it ended meanwhile
 */
export async function renewSession(tx: Transaction, token: string | undefined, { proved, now }: { proved: boolean; now?: Date | undefined }): Promise<string> {
  const fresh = newToken();
  if (token === undefined || !(await replaceToken(tx, hashToken(token), hashToken(fresh), proved, now))) throw new Refusal('signed-out', '登录已经结束，请重新登录。');
  return fresh;
}

/**
 * Hands a token that a write made to the client.
 * @throws Refusal 'sign-in-again' where the write was a repetition: the token went out with the first answer only
 */
export function handOver(context: Pick<Context, 'setSession'>, token: string | undefined): void {
  if (token === undefined) throw new Refusal('sign-in-again', '这次提交已经办理过，请重新登录。');
  context.setSession(token);
}
