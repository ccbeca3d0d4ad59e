import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../../kernel/refusal.ts';
import { isCommonPassword } from './common-passwords.ts';
import { loginKey } from './login-key.ts';
import { PASSWORD_LENGTH } from './terms.ts';

/** Argon2id (the library's default kind): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** A hash that no password has: verified where there is no account, so that both answers take the same time. */
const NOBODY = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

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
export function checkPassword(password: string, login: string, words: readonly string[]): void {
  const text = written(password);
  if ([...text].length < PASSWORD_LENGTH) throw weak(`密码至少 ${PASSWORD_LENGTH} 个字符，请加长后再提交。`);
  if (loginKey(text).includes(loginKey(login))) throw weak('密码里不能含有登录名，请换一个密码。');
  if (isCommonPassword(text, words)) throw weak('这个密码太常见，容易被猜中。请不要只用数字、年份、地名、单位名或键盘上相邻的字符。');
}

function weak(message: string): Refusal {
  return new Refusal('weak-password', message);
}
