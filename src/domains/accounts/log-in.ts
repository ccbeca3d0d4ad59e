import type { Context } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { attemptOf, forgetFailures, keepFailure, lockAttempt, minutesWaiting } from './failure-store.ts';
import { tooMany } from './lockout.ts';
import { loginKey } from './login-key.ts';
import { verifyPassword } from './password.ts';
import { findLogin, holdLogin } from './password-store.ts';
import { beginSession, handOver } from './sessions.ts';
import { closeIfStale } from './stale.ts';
import { STALE_DAYS } from './terms.ts';

/** How a log-in ended. It is an answer, not an error: failures are kept. */
type Outcome = { readonly is: 'in' | 'wrong' | 'stale' } | { readonly is: 'waits'; readonly minutes: number };

/**
 * Logs in by password: the session begins without a second factor, so it is only half signed in.
 * Every answer is the same, in the same time, whether the login name exists or not.
 * @param now absent: the database's clock
 * @throws Refusal 'wrong-login', 'too-many' (5 failures of a name or 30 of an address in 15 minutes), 'account-closed', 'sign-in-again'
 */
export async function logIn(context: Context, input: { login: string; password: string }, now?: Date): Promise<void> {
  const { database } = context;
  const key = loginKey(input.login);
  const attempt = attemptOf(key, context.caller?.source);
  const account = await findLogin(database, key);
  // Hashing is done before the transaction, so that no connection waits for it; whether the name waits is asked again inside.
  const waitsNow = (await minutesWaiting(database, attempt, now)).minutes;
  const right = waitsNow === 0 && (await verifyPassword(account?.hash, input.password));
  let token: string | undefined;
  const outcome = await write<Outcome>(database, { id: context.request, account: null, body: ['login', key] }, async (tx) => {
    const row = { unit: account?.unit ?? null, objectKind: 'account', objectId: account?.id ?? 'unknown' };
    await lockAttempt(tx, attempt);
    const { minutes, at } = await minutesWaiting(tx, attempt, now);
    const wait = Math.max(minutes, waitsNow);
    if (wait > 0) return { answer: { is: 'waits', minutes: wait }, audit: [{ ...row, action: 'sessions:refuse', detail: { why: 'waits' } }] };
    if (!account || !right || !(await holdLogin(tx, account, context.demo))) {
      await keepFailure(tx, attempt, at);
      return { answer: { is: 'wrong' }, audit: [{ ...row, action: 'sessions:refuse', detail: { why: 'wrong' } }] };
    }
    if (await closeIfStale(tx, account.id, at)) return { answer: { is: 'stale' }, audit: [{ ...row, action: 'accounts:close-stale' }] };
    await forgetFailures(tx, attempt, at);
    token = await beginSession(tx, account.id, { proved: false, before: context.token, now });
    return { answer: { is: 'in' }, audit: [{ ...row, action: 'sessions:begin', detail: { by: 'password' } }] };
  });
  if (outcome.is === 'wrong') throw new Refusal('wrong-login', '登录名或密码不正确，请检查后重试。');
  if (outcome.is === 'waits') throw tooMany(outcome.minutes);
  if (outcome.is === 'stale') throw new Refusal('account-closed', `这个账号超过 ${STALE_DAYS} 天没有使用，已经停用，请联系系统管理员重新开通。`);
  handOver(context, token);
}
