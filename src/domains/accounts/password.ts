import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../../kernel/refusal.ts';
import { isCommonPassword } from './common-passwords.ts';
import { loginKey } from './login-key.ts';
import type { SecurityProfile } from './terms.ts';

/** Argon2id (the library's default kind): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** A hash that no password has: verified where there is no account, so that both answers take the same time. */
const NOBODY = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;
/** Kinds of characters; whatever is neither letter of the Latin alphabet nor digit is the fourth, 汉字 too. */
const CLASSES = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** The same password from any keyboard: full-width and composed characters are one. */
function written(password: string): string {
  return password.normalize('NFKC');
}

export function hashPassword(password: string): Promise<string> {
  return hash(written(password), COST);
}

/** @param hashed null or undefined where there is no such account or it has no password: false, in the same time */
export async function verifyPassword(hashed: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(hashed ?? NOBODY, written(password));
  return right && typeof hashed === 'string';
}

/**
 * @param words of the place that a password must not be made of
 * @throws Refusal 'weak-password'
 */
export function checkPassword(password: string, login: string, words: readonly string[], { passwordLength, classes }: SecurityProfile): void {
  const text = written(password);
  if ([...text].length < passwordLength) throw weak(`密码至少 ${passwordLength} 个字符，请加长后再提交。`);
  if (CLASSES.filter((it) => it.test(text)).length < classes) throw weak(`密码里大写字母、小写字母、数字、其他字符（汉字也算）至少要有 ${classes} 种，请补上后再提交。`);
  if (loginKey(text).includes(loginKey(login))) throw weak('密码里不能含有登录名，请换一个密码。');
  if (isCommonPassword(text, words)) throw weak('这个密码太常见，容易被猜中。请不要只用数字、年份、地名、单位名或键盘上相邻的字符。');
}

/** @param former hashes of the last passwords @throws Refusal 'used-password' */
export async function checkNotFormer(password: string, former: readonly string[]): Promise<void> {
  for (const one of former) {
    if (await verifyPassword(one, password)) throw new Refusal('used-password', `新密码不能与最近 ${former.length} 次用过的相同，请换一个密码。`);
  }
}

function weak(message: string): Refusal {
  return new Refusal('weak-password', message);
}
