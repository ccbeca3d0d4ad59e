import type { Transaction } from '../../base/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { keepNames } from '../persons/store.ts';
import { loginKey, loginShown } from './login-key.ts';
import { insertAccount, type NewAccount } from './store.ts';

/** An account as someone asks for it: its name goes to `person` alone. What it may do is a grant of its own. */
export interface AskedAccount extends Omit<NewAccount, 'login' | 'loginKey' | 'person'> {
  readonly login: string;
  readonly name: string;
}

/** @throws Refusal 'bad-login' where nothing that can be seen is left of it */
export function checkLogin(login: string): void {
  if ([...loginKey(login)].length < 2) throw new Refusal('bad-login', '登录名至少要有两个看得见的字符，请换一个登录名。');
}

/**
 * Makes an account and keeps the name of its person.
 * @returns its id
 * @throws Refusal 'login-taken' where the name differs from another only in case, width, blanks or unseen characters
 */
export async function makeAccount(tx: Transaction, { name, login, ...rest }: AskedAccount): Promise<string> {
  const [person] = await keepNames(tx, [name]);
  const id = await insertAccount(tx, { ...rest, login: loginShown(login), loginKey: loginKey(login), person: person! });
  if (id === undefined) throw new Refusal('login-taken', '这个登录名已经有人使用（大小写、全角半角和空格不作区分），请换一个登录名。');
  return id;
}
