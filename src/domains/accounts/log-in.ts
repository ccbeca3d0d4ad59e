import { createHash } from 'node:crypto';
import type { Context } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { minutesToWait } from './lockout.ts';
import { loginKey } from './login-key.ts';
import { verifyPassword } from './password.ts';
import { beginSession, handOver } from './sessions.ts';
import { findLogin, forgetFailures, holdLogin, insertFailure, lastFailures, lockLogin } from './store.ts';
import { LOGIN_FAILURES, LOGIN_MINUTES } from './terms.ts';

/** How a log-in ended. It is an answer, not an error: failures are kept. */
type Outcome = { readonly is: 'in' | 'wrong' } | { readonly is: 'waits'; readonly minutes: number };

/**
 * Logs in by password.
 * Every answer is the same, in the same time, whether the login name exists or not.
 * @param now absent: the database's clock
 * @throws Refusal 'wrong-login', 'too-many' (5 failures in 15 minutes), 'sign-in-again'
 */
export async function logIn(context: Context, input: { login: string; password: string }, now?: Date): Promise<void> {
  const { database } = context;
  const key = loginKey(input.login);
  const name = createHash('sha256').update(key).digest('hex');
  const account = await findLogin(database, key);
  // Hashing is done before the transaction, so that no connection waits for it; whether the name waits is asked again inside.
  const waitsNow = (await waiting(database, name, now)).minutes;
  const right = waitsNow === 0 && (await verifyPassword(account?.hash, input.password));
  let token: string | undefined;
  const outcome = await write<Outcome>(database, { id: context.request, account: null, body: ['login', key] }, async (tx) => {
    const row = { unit: account?.unit ?? null, objectKind: 'account', objectId: account?.id ?? 'unknown' };
    await lockLogin(tx, name);
    const { minutes, at } = await waiting(tx, name, now);
    const wait = Math.max(minutes, waitsNow);
    if (wait > 0) return { answer: { is: 'waits', minutes: wait }, audit: [{ ...row, action: 'sessions:refuse', detail: { why: 'waits' } }] };
    if (!account || !right || !(await holdLogin(tx, account, context.demo))) {
      await insertFailure(tx, name, at);
      return { answer: { is: 'wrong' }, audit: [{ ...row, action: 'sessions:refuse', detail: { why: 'wrong' } }] };
    }
    await forgetFailures(tx, name, new Date(at.getTime() - 2 * LOGIN_MINUTES * 60_000));
    token = await beginSession(tx, account.id, context.token, now);
    return { answer: { is: 'in' }, audit: [{ ...row, action: 'sessions:begin' }] };
  });
  if (outcome.is === 'wrong') throw new Refusal('wrong-login', '登录名或密码不正确，请检查后重试。');
  if (outcome.is === 'waits') throw new Refusal('too-many', `登录失败次数过多，请 ${outcome.minutes} 分钟后再试。`);
  handOver(context, token);
}

async function waiting(db: Queryable, name: string, at: Date | undefined): Promise<{ minutes: number; at: Date }> {
  const { failures, now } = await lastFailures(db, name, LOGIN_FAILURES, at);
  return { minutes: minutesToWait(failures, now), at: now };
}
