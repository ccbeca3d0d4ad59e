import { instant } from '../../base/clock.ts';
import type { Context } from '../../base/context.ts';
import { openText, sealText } from '../../base/sealed-value.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { useChallenge } from './challenges.ts';
import { attemptOf, keepFailure, minutesWaiting } from './failure-store.ts';
import { findLinked, subjectMac } from './link-store.ts';
import { tooMany } from './lockout.ts';
import { holdUsable } from './password-store.ts';
import { beginSession, handOver } from './sessions.ts';
import type { SignOnAttempt, SingleSignOn, VouchedFor } from './single-sign-on.ts';
import { closeIfStale } from './stale.ts';
import { STALE_DAYS } from './terms.ts';

/** Minutes in which somebody must come back from the provider; challenges that were answered are remembered longer. */
const ATTEMPT_MINUTES = 10;
const PLACE = 'single sign-on attempt';

type Outcome = 'in' | 'wrong' | 'unknown' | 'stale' | number;

/** Begins a log-in at the provider. @returns where to send the browser, and what its cookie holds meanwhile */
export async function beginSignOn(context: Context, provider: SingleSignOn, redirect: string, to: string | undefined, now = new Date(instant())): Promise<{ url: string; kept: string }> {
  const { url, attempt } = await provider.begin(redirect, ownPath(to), now);
  return { url: url.href, kept: sealText(context.database, PLACE, JSON.stringify(attempt)).toString('base64url') };
}

/**
 * Ends a log-in that was begun at the provider: the session is that of the linked account. No account is made or changed by it.
 * Where the provider asked for a second factor the session is whole; otherwise our own is asked for, as after a password.
 * @param kept what the browser kept; each attempt is good once
 * @returns where to go: a path of our own
 * @throws Refusal 'sign-on-failed', 'unknown-subject' (its details: the person's id at the provider), 'account-closed', 'too-many', 'no-provider'
 */
export async function finishSignOn(context: Context, provider: SingleSignOn, callback: URL, kept: string | undefined, now = new Date(instant())): Promise<string> {
  const { database } = context;
  const attempt = opened(context, kept, now);
  if (!attempt) throw failed();
  const vouched = await vouchedFor(provider, callback, attempt);
  const linked = vouched && (await findLinked(database, subjectMac(database, provider.issuer, vouched.subject)));
  const source = attemptOf(undefined, context.caller?.source);
  let token: string | undefined;
  const outcome = await write<Outcome>(database, { id: context.request, account: null, body: ['signOn', attempt.state] }, async (tx) => {
    const row = { unit: linked?.unit ?? null, objectKind: 'account', objectId: linked?.id ?? 'unknown' };
    const refuse = (answer: Outcome) => ({ answer, audit: [{ ...row, action: 'sessions:refuse', detail: { by: 'single-sign-on', why: typeof answer === 'number' ? 'waits' : answer } }] });
    const { minutes, at } = await minutesWaiting(tx, source, now);
    if (minutes > 0) return refuse(minutes);
    if (!vouched || !(await useChallenge(tx, `${PLACE} ${attempt.state}`, now))) {
      await keepFailure(tx, source, at);
      return refuse('wrong');
    }
    if (!linked || !(await holdUsable(tx, linked.id, context.demo))) return refuse('unknown');
    if (await closeIfStale(tx, linked.id, now)) return { answer: 'stale', audit: [{ ...row, action: 'accounts:close-stale' }] };
    token = await beginSession(tx, linked.id, { proved: vouched.secondFactor, before: context.token, now });
    return { answer: 'in', audit: [{ ...row, action: 'sessions:begin', detail: { by: 'single-sign-on', secondFactor: vouched.secondFactor } }] };
  });
  if (typeof outcome === 'number') throw tooMany(outcome);
  if (outcome === 'stale') throw new Refusal('account-closed', `这个账号超过 ${STALE_DAYS} 天没有使用，已经停用，请联系系统管理员重新开通。`);
  if (outcome === 'unknown') throw new Refusal('unknown-subject', '统一认证已通过，但平台上没有与之关联的账号。请把下面的编号告诉系统管理员，由其关联。', undefined, [vouched!.subject]);
  if (outcome === 'wrong') throw failed();
  handOver(context, token);
  return attempt.to;
}

/** Undefined where the provider, or what came from it, is not to be believed. */
async function vouchedFor(provider: SingleSignOn, callback: URL, attempt: SignOnAttempt): Promise<VouchedFor | undefined> {
  try {
    return await provider.finish(callback, attempt);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return undefined;
  }
}

function opened(context: Context, kept: string | undefined, now: Date): SignOnAttempt | undefined {
  if (kept === undefined || !/^[\w-]{40,4000}$/.test(kept)) return undefined;
  let attempt: SignOnAttempt;
  try {
    attempt = JSON.parse(openText(context.database, PLACE, Buffer.from(kept, 'base64url'))) as SignOnAttempt;
  } catch {
    return undefined;
  }
  const age = now.getTime() - attempt.begunAt;
  return age >= 0 && age < ATTEMPT_MINUTES * 60_000 ? attempt : undefined;
}

/** A path of our own, whatever was asked for. */
export function ownPath(to: string | undefined): string {
  const url = to !== undefined && to.length <= 500 && /^\/(?![/\\])/.test(to) ? URL.parse(to, 'https://own.invalid') : null;
  return url?.origin === 'https://own.invalid' && !url.pathname.startsWith('//') && !/^\/(login|sso|setup|activate)\b/.test(url.pathname) ? `${url.pathname}${url.search}${url.hash}` : '/';
}

function failed(): Refusal {
  return new Refusal('sign-on-failed', '统一认证没有完成，可能是等得太久，或在另一个窗口里登录过。请回到登录页重新开始。');
}
