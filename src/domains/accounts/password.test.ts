import { expect, it } from 'vitest';
import { checkPassword, hashPassword, verifyPassword } from './password.ts';
import { type ProfileId, profiles } from './terms.ts';

const WORDS = ['泰兴市', '泰兴', 'taixing', '商务局', 'shangwuju', 'huangqiao'];

function check(password: string, login = 'zhangwei', profile: ProfileId = 'dengbao-3'): string {
  try {
    checkPassword(password, login, WORDS, profiles[profile]);
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

it.each(['银杏树下-Tingyu-7夜', 'Correct horse battery', 'k9#Vw2!pLq7z', 'MyPassword-9f3kx', '江边的白鹭在第3棵Tree上停'])('takes %s', (password) => {
  expect(check(password)).toBe('good');
});

it.each<[string, ProfileId, string]>([
  ['k9#Vw2!pLq7', 'dengbao-3', 'weak-password'], ['k9#Vw2!pLq7z', 'dengbao-3', 'good'], ['k9vw2plq7zmt', 'dengbao-3', 'weak-password'], ['k9Vw2pLq7zmt', 'dengbao-3', 'good'],
  ['杏树下听雨七夜与你同行吧', 'dengbao-3', 'weak-password'],
  ['k9#Vw2!pLq7zmt', 'asvs', 'weak-password'], ['k9#Vw2!pLq7zmtb', 'asvs', 'good'], ['correct horse battery', 'asvs', 'good'], ['银杏树下听雨七夜与你同行至天明', 'asvs', 'good'],
  ['Taixing@2026taixing', 'asvs', 'weak-password'], ['Qwertyuiop1234567890', 'asvs', 'weak-password'],
])('%s under %s: %s', (password, profile, answer) => {
  expect(check(password, 'zhangwei', profile)).toBe(answer);
});

/** What is tried first at a county's platform: top lists, places and units with years and signs, telephone numbers, keyboard walks. */
function weakPasswords(): string[] {
  const stems = ['Password', 'Passw0rd', 'P@ssw0rd', 'Admin', 'Administrator', 'Root', 'Welcome', 'Qwerty', 'Qwertyuiop', 'Asdfghjkl', 'Zxcvbnm', '1qaz@WSX', 'Abc', 'Iloveyou', 'Woaini', 'Taixing', 'Shangwuju', 'Huangqiao', '泰兴Tx', '商务局Swj'];
  const tails = ['123456789', '@2026', '@123456', '!2025', '#1314520', '2026!@#', '_5201314', '@1234567890', '888888', '!@#$%^'];
  return stems.flatMap((stem) => tails.map((tail) => stem + tail));
}

it('refuses 200 of 200 weak passwords under both profiles', () => {
  const weak = weakPasswords();
  expect(weak).toHaveLength(200);
  expect(weak.filter((it) => check(it) === 'good')).toEqual([]);
  expect(weak.filter((it) => check(it.padEnd(15, '1'), 'zhangwei', 'asvs') === 'good')).toEqual([]);
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
