import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { makeActivationCode } from './activation.ts';
import { loginKey } from './login-key.ts';
import { type AskedAccount, checkLogin, makeAccount } from './new-account.ts';
import { deleteFactors } from './factor-store.ts';
import { endGrant, lockAdministrators, isLastAdministrator } from './grant-store.ts';
import { lastAdministrator } from './grants.ts';
import { endLink } from './link-store.ts';
import { disableAccount, enableAccount, findAccount, holdAccount } from './store.ts';
import { checkUnit } from './units.ts';

/** An account as the system administrator asks for it. What it may do the security administrator grants. */
export type CreateInput = Omit<AskedAccount, 'passwordHash' | 'demo'>;

/** The one-time code is null where the request was a repetition: it went out with the first answer only. */
export interface CodeAnswer {
  readonly id: string;
  readonly code: string | null;
}

/**
 * Makes an account without a password and without any right. In a demonstration it belongs to the demonstration, and acts in no other mode.
 * @returns its id and the one-time code by which its person sets a password
 * @throws Refusal 'unknown-unit', 'bad-login', 'login-taken'
 */
export async function createAccount(context: LedgerContext, input: CreateInput): Promise<CodeAnswer> {
  const { database, ledger, clock, demo } = context;
  const actor = actorOf(context);
  checkLogin(input.login);
  await checkUnit(database, ledger.mechanism.pack, clock.today(), input.unit);
  const { login, name, unit, post } = input;
  let code: string | null = null;
  const answer = await write(database, { id: context.request, account: actor.account, body: ['createAccount', loginKey(login), name, unit, post] }, async (tx) => {
    const id = await makeAccount(tx, { ...input, passwordHash: null, demo });
    code = await makeActivationCode(tx, id, actor.account);
    return { answer: { id }, audit: [{ unit: actor.unit, action: 'accounts:create', objectKind: 'account', objectId: id, detail: { unit } }] };
  });
  return { ...answer, code };
}

/** Makes a new one-time code for an account: for who forgot the password or lost the code. @throws Refusal 'not-found', 'own-account', 'single-sign-on' */
export async function renewCode(context: LedgerContext, id: string): Promise<CodeAnswer> {
  const actor = actorOf(context);
  if (id === actor.account) throw new Refusal('own-account', '自己的密码请在“我的账号”里更改。');
  let code: string | null = null;
  const answer = await write(context.database, { id: context.request, account: actor.account, body: ['renewCode', id] }, async (tx) => {
    const found = await findAccount(tx, id);
    if (found?.linked) throw new Refusal('single-sign-on', '这个账号用统一认证登录，没有密码。要改用密码，请先解除关联。');
    if (!found || found.disabled) throw new Refusal('not-found', '没有这个账号，或它已停用，请刷新页面后重试。');
    code = await makeActivationCode(tx, id, actor.account);
    return { answer: { id }, audit: [{ unit: actor.unit, action: 'accounts:renew-code', objectKind: 'account', objectId: id }] };
  });
  return { ...answer, code };
}

/**
 * Disables an account; its sessions are dead at once. Nobody disables their own, or the last of an administration.
 * @throws Refusal 'own-account', 'not-found', 'last-administrator', 'signed-out'
 */
export async function disable(context: LedgerContext, id: string): Promise<void> {
  const actor = actorOf(context);
  if (id === actor.account) throw new Refusal('own-account', '不能停用自己正在使用的账号，请由另一位管理员停用。');
  await write(context.database, { id: context.request, account: actor.account, body: ['disableAccount', id] }, async (tx) => {
    await lockAdministrators(tx);
    // Two who disable each other at the same time: the second finds its own account closed.
    if (!(await holdAccount(tx, actor.account))) throw new Refusal('signed-out', '您的账号已停用，请联系系统管理员。');
    const found = await findAccount(tx, id);
    if (!found) throw new Refusal('not-found', '没有这个账号，请刷新页面后重试。');
    if (await isLastAdministrator(tx, id)) throw lastAdministrator(found.role!, '再停用这一位');
    const before = await disableAccount(tx, id);
    return { answer: { done: true as const }, audit: [{ unit: actor.unit, action: 'accounts:disable', objectKind: 'account', objectId: id, detail: { wasInUse: before, unit: found.unit, role: found.role } }] };
  });
}

/**
 * Opens an account again that was disabled: without a password, second factors and role, as a new one.
 * @returns its id and the one-time code
 * @throws Refusal 'not-found' where it is in use or does not exist
 */
export async function reopen(context: LedgerContext, id: string): Promise<CodeAnswer> {
  const actor = actorOf(context);
  let code: string | null = null;
  const answer = await write(context.database, { id: context.request, account: actor.account, body: ['reopen', id] }, async (tx) => {
    if (!(await enableAccount(tx, id))) throw new Refusal('not-found', '没有这个已停用的账号，请刷新页面后重试。');
    await endGrant(tx, id, actor.account);
    await endLink(tx, id, actor.account);
    await deleteFactors(tx, id);
    code = await makeActivationCode(tx, id, actor.account);
    return { answer: { id }, audit: [{ unit: actor.unit, action: 'accounts:reopen', objectKind: 'account', objectId: id }] };
  });
  return { ...answer, code };
}
