import { expect, it } from 'vitest';
import { checkPassword, hashPassword, verifyPassword } from './password.ts';

const WORDS = ['泰兴市', '泰兴', 'taixing', '商务局', 'shangwuju', 'huangqiao'];

function check(password: string, login = 'zhangwei'): string {
  try {
    checkPassword(password, login, WORDS);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'good';
}

it.each([
  '短密码', 'short-one-7', 'x'.repeat(40), '123456789012', '13812345678901', '2026-03-05 12', 'qwertyuiop123', '1qaz2wsx3edc4rfv', 'Password2026!', 'P@ssw0rd1234',
  'admin@123456', 'Admin12345678', 'asdfghjkl123', 'woaini1314520', 'iloveyou5201314', 'abcd1234abcd1234', 'Taixing@2026', 'taixing123456', '泰兴市商务局2026密', 'ShangWuJu!2025',
  'zhangwei-9f3k-lamp', 'my-ＺｈａｎｇＷｅｉ-lamp', '111122223333', 'aabbaabbaabb', 'huangqiao123!',
])('refuses %s', (password) => {
  expect(check(password)).toBe('weak-password');
});

it.each(['银杏树下-听雨七夜与你同行', 'correct horse battery', 'k9#Vw2!pLq7z', 'MyPassword-9f3kx', '江边的白鹭在第三棵树上'.concat('停')])('takes %s', (password) => {
  expect(check(password)).toBe('good');
});

it('hashes with argon2id, 19 MiB, two passes, one lane, never twice alike', async () => {
  const [one, other] = await Promise.all([hashPassword('k9#Vw2!pLq7z'), hashPassword('k9#Vw2!pLq7z')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await verifyPassword(one, 'k9#Vw2!pLq7z')).toBe(true);
  expect(await verifyPassword(one, 'ｋ9#Vw2!pLq7z')).toBe(true);
  expect(await verifyPassword(one, 'K9#Vw2!pLq7z')).toBe(false);
});

it('takes as long where there is no account', async () => {
  const hash = await hashPassword('k9#Vw2!pLq7z');
  const took = async (hashed: string | undefined): Promise<number> => {
    const times: number[] = [];
    for (let i = 0; i < 15; i++) {
      const begun = performance.now();
      expect(await verifyPassword(hashed, 'another password')).toBe(false);
      times.push(performance.now() - begun);
    }
    return times.sort((a, b) => a - b)[7]!;
  };
  const [known, unknown] = [await took(hash), await took(undefined)];
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});
