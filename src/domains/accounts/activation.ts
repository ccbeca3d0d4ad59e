import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { attemptOf, keepFailure, minutesWaiting } from './failure-store.ts';
import { tooMany } from './lockout.ts';
import { loginKey } from './login-key.ts';
import { checkNotFormer, checkPassword, hashPassword } from './password.ts';
import { findLogin, formerPasswords, keepPassword } from './password-store.ts';
import { readProfile } from './profile.ts';
import { beginSession, endOtherSessions, handOver } from './sessions.ts';
import { hashSetupCode, newSetupCode } from './setup-code.ts';
import { deleteActivationCode, findActivationCode, replaceActivationCode } from './store.ts';
import { ACTIVATION_HOURS } from './terms.ts';
import { placeWords } from './units.ts';

/**
 * Makes the one-time code by which a person sets a password of their own: nobody else ever chooses or sees one.
 * @returns the code, to be handed over in person
 */
export async function makeActivationCode(tx: Transaction, account: string, by: string | null): Promise<string> {
  const code = newSetupCode();
  await replaceActivationCode(tx, account, hashSetupCode(code), ACTIVATION_HOURS, by);
  return code;
}

/**
 * Sets the password of an account by its one-time code; sessions from before end, and one begins that still wants the second factor.
 * @throws Refusal 'wrong-code' (also for a login that does not exist), 'code-expired', 'weak-password', 'used-password',
 *   'too-many' (30 wrong tries of an address), 'sign-in-again'
 */
export async function activate(context: LedgerContext, input: { login: string; code: string; password: string }, now?: Date): Promise<void> {
  const { database, ledger } = context;
  const found = await findLogin(database, loginKey(input.login));
  checkPassword(input.password, input.login, placeWords(ledger.mechanism.pack), await readProfile(database));
  const attempt = attemptOf(undefined, context.caller?.source);
  const codeHash = hashSetupCode(input.code);
  // Hashing costs a moment of the machine: only for who knows the code.
  let passwordHash: string | undefined;
  if (found && (await findActivationCode(database, found.id, codeHash, now)) === 'good') {
    await checkNotFormer(input.password, await formerPasswords(database, found.id));
    passwordHash = await hashPassword(input.password);
  }
  let token: string | undefined;
  const outcome = await write<'good' | 'expired' | 'unknown' | number>(database, { id: context.request, account: null, body: ['activate', loginKey(input.login)] }, async (tx) => {
    const row = { unit: found?.unit ?? null, objectKind: 'account', objectId: found?.id ?? 'unknown' };
    const { minutes, at } = await minutesWaiting(tx, attempt, now);
    if (minutes > 0) return { answer: minutes, audit: [{ ...row, action: 'accounts:refuse-activation', detail: { why: 'waits' } }] };
    const state = found ? await findActivationCode(tx, found.id, codeHash, now) : 'unknown';
    if (state !== 'good' || !found || passwordHash === undefined) {
      await keepFailure(tx, attempt, at);
      return { answer: state === 'good' ? 'unknown' : state, audit: [{ ...row, action: 'accounts:refuse-activation', detail: { why: state } }] };
    }
    await deleteActivationCode(tx, found.id);
    await keepPassword(tx, found.id, passwordHash, now);
    await endOtherSessions(tx, found.id, undefined);
    token = await beginSession(tx, found.id, { proved: false, before: context.token, now });
    return { answer: 'good', audit: [{ ...row, action: 'accounts:activate' }] };
  });
  if (typeof outcome === 'number') throw tooMany(outcome);
  if (outcome === 'expired') throw new Refusal('code-expired', '启用码已过期，请系统管理员重发一个。');
  if (outcome === 'unknown') throw new Refusal('wrong-code', '登录名或启用码不正确。启用码只能用一次，请核对，或请系统管理员重发一个。');
  handOver(context, token);
}
