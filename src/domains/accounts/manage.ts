import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { loginKey } from './login-key.ts';
import { type AskedAccount, checkLogin, makeAccount } from './new-account.ts';
import { checkPassword, hashPassword } from './password.ts';
import { disableAccount, findAccount, holdAccount } from './store.ts';
import { checkUnit, placeWords } from './units.ts';

/** An account with its first password. */
export interface CreateInput extends Omit<AskedAccount, 'passwordHash' | 'demo'> {
  readonly password: string;
}

/**
 * Makes an account. In a demonstration it belongs to the demonstration, and acts in no other mode.
 * @throws Refusal 'unknown-unit', 'bad-login', 'login-taken', 'weak-password'
 */
export async function createAccount(context: LedgerContext, { password, ...input }: CreateInput): Promise<{ id: string }> {
  const { database, ledger, clock, demo } = context;
  const actor = actorOf(context);
  checkLogin(input.login);
  await checkUnit(database, ledger.mechanism.pack, clock.today(), input.unit);
  checkPassword(password, input.login, placeWords(ledger.mechanism.pack));
  const passwordHash = await hashPassword(password);
  const { login, unit, post, role } = input;
  return write(database, { id: context.request, account: actor.account, body: ['createAccount', loginKey(login), unit, post, role] }, async (tx) => {
    const id = await makeAccount(tx, { ...input, passwordHash, demo });
    return { answer: { id }, audit: [{ unit: actor.unit, action: 'accounts:create', objectKind: 'account', objectId: id, detail: { unit, role } }] };
  });
}

/**
 * Disables an account; its sessions are dead at once. Nobody disables their own, so one of the talent office is always left.
 * @throws Refusal 'own-account', 'not-found'
 */
export async function disable(context: LedgerContext, id: string): Promise<void> {
  const actor = actorOf(context);
  if (id === actor.account) throw new Refusal('own-account', '不能停用自己正在使用的账号，请由另一位管理员停用。');
  await write(context.database, { id: context.request, account: actor.account, body: ['disableAccount', id] }, async (tx) => {
    // Two who disable each other at the same time: the second finds its own account closed.
    if (!(await holdAccount(tx, actor.account))) throw new Refusal('signed-out', '您的账号已停用，请联系人才办。');
    const found = await findAccount(tx, id);
    if (!found) throw new Refusal('not-found', '没有这个账号，请刷新页面后重试。');
    const before = await disableAccount(tx, id);
    return { answer: { done: true as const }, audit: [{ unit: actor.unit, action: 'accounts:disable', objectKind: 'account', objectId: id, detail: { wasInUse: before, unit: found.unit, role: found.role } }] };
  });
}
