import { type Context, sessionOf } from '../../base/context.ts';
import { instant } from '../../base/clock.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { attemptOf, forgetFailures, keepFailure, lockAttempt, minutesWaiting } from './failure-store.ts';
import { findSeeds, useStep } from './factor-store.ts';
import { type PasskeyAnswer, verifyPasskey } from './passkeys.ts';
import { readProfile } from './profile.ts';
import { handOver, renewSession } from './sessions.ts';
import { openSeed, stepOfCode } from './totp.ts';
import { tooMany } from './lockout.ts';

/** A second factor as it is shown: a code of the authenticator app, or a passkey's answer. */
export type Proof = { readonly code: string } | { readonly passkey: PasskeyAnswer };

type Outcome = { readonly is: 'right' | 'wrong' } | { readonly is: 'waits'; readonly minutes: number };

/**
 * Shows the second factor of the session's account: after the password, to be signed in in full; later, before a sensitive
 * act. The session goes on under a new token. Wrong codes of a log-in and of an open session are counted apart, so that
 * nobody outside can make an open session wait.
 * @throws Refusal 'wrong-code' (also for a code that was used), 'wrong-passkey', 'too-many', 'sign-in-again'
 */
export async function prove(context: Context, proof: Proof, now = new Date(instant())): Promise<void> {
  const { database } = context;
  const { account, unit, stage } = sessionOf(context);
  const attempt = attemptOf(`${stage === 'full' ? 'prove' : 'factor'} ${account}`, undefined);
  const { codeSteps } = await readProfile(database);
  const [body, check] = 'code' in proof ? [['prove'], undefined] : [['prove', proof.passkey.id, proof.passkey.response.signature], await verifyPasskey(context, proof.passkey, account, now)];
  let token: string | undefined;
  const outcome = await write<Outcome>(database, { id: context.request, account, body }, async (tx) => {
    const row = { unit, objectKind: 'account', objectId: account };
    await lockAttempt(tx, attempt);
    const { minutes, at } = await minutesWaiting(tx, attempt, now);
    if (minutes > 0) return { answer: { is: 'waits', minutes }, audit: [{ ...row, action: 'factors:refuse', detail: { why: 'waits' } }] };
    const right = check ? await check(tx) : 'code' in proof && (await spendCode(tx, account, proof.code, now, codeSteps));
    if (!right) {
      await keepFailure(tx, attempt, at);
      return { answer: { is: 'wrong' }, audit: [{ ...row, action: 'factors:refuse', detail: { why: 'wrong' } }] };
    }
    await forgetFailures(tx, attempt, at);
    token = await renewSession(tx, context.token, { proved: true, now });
    return { answer: { is: 'right' }, audit: [{ ...row, action: 'factors:show', detail: { by: check ? 'passkey' : 'code', stage } }] };
  });
  if (outcome.is === 'waits') throw tooMany(outcome.minutes);
  if (outcome.is === 'wrong') throw check ? new Refusal('wrong-passkey', '通行密钥没有通过核对，请重试，或改用动态验证码。') : new Refusal('wrong-code', '动态验证码不正确或已经用过，请等下一个验证码再试。');
  handOver(context, token);
}

/** Whether this is a code of the account's app that nobody used before; it is used now. */
async function spendCode(tx: Transaction, account: string, code: string, now: Date, steps: number): Promise<boolean> {
  const { seed } = await findSeeds(tx, account);
  const step = seed ? stepOfCode(openSeed(tx, account, seed), code, now, steps) : undefined;
  return step !== undefined && useStep(tx, account, step);
}
