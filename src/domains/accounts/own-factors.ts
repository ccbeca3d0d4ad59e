import { actorOf, sessionOf } from '../../base/context.ts';
import { instant } from '../../base/clock.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { confirmSeed, deleteFactors, deletePasskey, findSeeds, hasFactor, keepPendingSeed, useStep } from './factor-store.ts';
import { findLoginOf } from './password-store.ts';
import { readProfile } from './profile.ts';
import { endOtherSessions, handOver, renewSession } from './sessions.ts';
import { findAccount, holdAccount } from './store.ts';
import { newSeed, openSeed, sealSeed, seedShown, stepOfCode } from './totp.ts';

/**
 * Begins to set up an authenticator app; the one before stays in use until a code of the new one was shown.
 * @returns what the app takes; null where the request was a repetition: it went out with the first answer only
 */
export async function beginTotp(context: LedgerContext): Promise<{ shown: { uri: string; secret: string } | null }> {
  const { database, ledger } = context;
  const { account, unit } = sessionOf(context);
  const { login } = (await findLoginOf(database, account))!;
  let shown: { uri: string; secret: string } | null = null;
  await write(database, { id: context.request, account, body: ['beginTotp'] }, async (tx) => {
    const seed = newSeed();
    await keepPendingSeed(tx, account, sealSeed(database, account, seed));
    shown = seedShown(seed, ledger.mechanism.pack.city.platform, login);
    return { answer: { done: true as const }, audit: [{ unit, action: 'factors:begin', objectKind: 'account', objectId: account, detail: { kind: 'totp' } }] };
  });
  return { shown };
}

/** Puts the authenticator app in use by a first code of it; the session is signed in in full by it, and all others end. @throws Refusal 'wrong-code' */
export async function confirmTotp(context: LedgerContext, code: string, now = new Date(instant())): Promise<void> {
  const { database } = context;
  const { account, unit } = sessionOf(context);
  const { pending } = await findSeeds(database, account);
  const { codeSteps } = await readProfile(database);
  // Where somebody's watch is a little off, it is better said now than at the next log-in: but one step is always taken here.
  const step = pending ? stepOfCode(openSeed(database, account, pending), code, now, Math.max(1, codeSteps)) : undefined;
  if (!pending || step === undefined) throw new Refusal('wrong-code', '动态验证码不正确。请核对手机时间是否准确，再填当前显示的六位数字。');
  let token: string | undefined;
  await write(database, { id: context.request, account, body: ['confirmTotp', code] }, async (tx) => {
    if (!(await confirmSeed(tx, account, pending)) || !(await useStep(tx, account, step))) throw new Refusal('wrong-code', '这个验证码已经用过，请等下一个再试。');
    token = await renewSession(tx, context.token, { proved: true, now });
    await endOtherSessions(tx, account, token);
    return { answer: { done: true as const }, audit: [{ unit, action: 'factors:add', objectKind: 'account', objectId: account, detail: { kind: 'totp' } }] };
  });
  handOver(context, token);
}

/** Removes one of several passkeys; other sessions end. @throws Refusal 'not-found', 'last-factor' */
export async function removePasskey(context: LedgerContext, id: string): Promise<void> {
  const { account, unit } = actorOf(context);
  let token: string | undefined;
  await write(context.database, { id: context.request, account, body: ['removePasskey', id] }, async (tx) => {
    await holdAccount(tx, account);
    if (!(await deletePasskey(tx, account, id))) throw new Refusal('not-found', '没有这把通行密钥，请刷新页面。');
    if (!context.demo && !(await hasFactor(tx, account))) throw new Refusal('last-factor', '这是最后一种验证方式，不能去掉。请先启用动态验证码或另一把通行密钥。');
    token = await renewSession(tx, context.token, { proved: false });
    await endOtherSessions(tx, account, token);
    return { answer: { done: true as const }, audit: [{ unit, action: 'factors:remove', objectKind: 'account', objectId: account, detail: { kind: 'passkey' } }] };
  });
  handOver(context, token);
}

/**
 * For somebody who lost their telephone: forgets the second factors of an account, which sets up new ones at the next
 * log-in; its sessions end. The security administrator does it, and never to the own account.
 * @throws Refusal 'own-account', 'not-found'
 */
export async function clearFactors(context: LedgerContext, account: string): Promise<void> {
  const actor = actorOf(context);
  if (account === actor.account) throw new Refusal('own-account', '不能清除自己的验证方式，请由另一位安全管理员办理。');
  await write(context.database, { id: context.request, account: actor.account, body: ['clearFactors', account] }, async (tx) => {
    if (!(await findAccount(tx, account)) || !(await holdAccount(tx, account))) throw new Refusal('not-found', '没有这个账号，或它已停用，请刷新页面后重试。');
    await deleteFactors(tx, account);
    await endOtherSessions(tx, account, undefined);
    return { answer: { done: true as const }, audit: [{ unit: actor.unit, action: 'factors:clear', objectKind: 'account', objectId: account }] };
  });
}
