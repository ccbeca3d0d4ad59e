import { sessionOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { attemptOf, forgetFailures, keepFailure, lockAttempt, minutesWaiting } from './failure-store.ts';
import { tooMany } from './lockout.ts';
import { checkNotFormer, checkPassword, hashPassword, verifyPassword } from './password.ts';
import { findLoginOf, formerPasswords, holdLogin, keepPassword } from './password-store.ts';
import { readProfile } from './profile.ts';
import { endOtherSessions, handOver, renewSession } from './sessions.ts';
import { placeWords } from './units.ts';

type Outcome = { readonly is: 'done' | 'wrong' } | { readonly is: 'waits'; readonly minutes: number };

/**
 * Changes the own password; the session goes on under a new token, all others end.
 * @throws Refusal 'wrong-password', 'too-many', 'weak-password', 'used-password', 'sign-in-again'
 */
export async function changePassword(context: LedgerContext, { current, password }: { current: string; password: string }, now?: Date): Promise<void> {
  const { database, ledger } = context;
  const { account, unit } = sessionOf(context);
  const login = (await findLoginOf(database, account))!;
  const attempt = attemptOf(`password ${account}`, undefined);
  const waitsNow = (await minutesWaiting(database, attempt, now)).minutes;
  const right = waitsNow === 0 && (await verifyPassword(login.hash, current));
  let passwordHash = '';
  if (right) {
    checkPassword(password, login.login, placeWords(ledger.mechanism.pack), await readProfile(database));
    await checkNotFormer(password, await formerPasswords(database, account));
    passwordHash = await hashPassword(password);
  }
  let token: string | undefined;
  const outcome = await write<Outcome>(database, { id: context.request, account, body: ['changePassword'] }, async (tx) => {
    const row = { unit, objectKind: 'account', objectId: account };
    await lockAttempt(tx, attempt);
    const { minutes, at } = await minutesWaiting(tx, attempt, now);
    if (minutes > 0) return { answer: { is: 'waits', minutes }, audit: [{ ...row, action: 'accounts:refuse-password', detail: { why: 'waits' } }] };
    if (!right || !(await holdLogin(tx, login, context.demo))) {
      await keepFailure(tx, attempt, at);
      return { answer: { is: 'wrong' }, audit: [{ ...row, action: 'accounts:refuse-password', detail: { why: 'wrong' } }] };
    }
    await forgetFailures(tx, attempt, at);
    await keepPassword(tx, account, passwordHash, now);
    token = await renewSession(tx, context.token, { proved: false, now });
    await endOtherSessions(tx, account, token);
    return { answer: { is: 'done' }, audit: [{ ...row, action: 'accounts:change-password' }] };
  });
  if (outcome.is === 'waits') throw tooMany(outcome.minutes);
  if (outcome.is === 'wrong') throw new Refusal('wrong-password', '现在的密码不正确，请检查后重试。');
  handOver(context, token);
}
