import { expect, it } from 'vitest';
import type { TestLedger } from '../../../tests/database.ts';
import { Browser, PASSWORD, refusalOf, TODAY, withAdmin } from './fixture.ts';
import { logIn } from './log-in.ts';
import { callerOfToken } from './sessions.ts';

const GOOD = { login: 'admin-zhou', password: PASSWORD };
const WRONG = { ...GOOD, password: 'not the password' };
const T0 = Date.now() + 3_600_000;
const at = (minutes: number): Date => new Date(T0 + minutes * 60_000);

async function tryIt(test: TestLedger, input: typeof GOOD, now?: Date): Promise<string> {
  return refusalOf(logIn(await new Browser(test).context(), input, now));
}

it('signs in by the right password, and rotates the token', () => withAdmin(async (test, admin) => {
  const before = admin.token!;
  await logIn(await admin.context(), GOOD);
  expect(admin.token).not.toBe(before);
  expect(await callerOfToken(test.database, test.ledger.mechanism.pack, before, { demo: false, today: TODAY })).toBeUndefined();
  expect(await callerOfToken(test.database, test.ledger.mechanism.pack, admin.token!, { demo: false, today: TODAY })).toMatchObject({ session: { unit: 'rencaiban', stage: 'enrol', proved: false }, actor: undefined });
  await admin.prove();
  expect((await admin.context()).actor).toMatchObject({ unit: 'rencaiban', units: ['rencaiban'], role: 'system-admin', demo: false });
}));

it.each(['ADMIN-ZHOU', 'ａｄｍｉｎ-ｚｈｏｕ', ' admin\u200b-zhou ', 'admin -zhou\ufeff'])('takes %j for the same account', (login) => withAdmin(async (test) => {
  expect(await tryIt(test, { ...GOOD, login })).toBe('done');
}));

it('says the same of a wrong password, an unknown login, and a disabled account', () => withAdmin(async (test) => {
  const sentences = async (input: typeof GOOD): Promise<string> => logIn(await new Browser(test).context(), input).then(() => '', (error: Error) => error.message);
  const wrong = await sentences(WRONG);
  expect(wrong).toBe('登录名或密码不正确，请检查后重试。');
  expect(await sentences({ ...GOOD, login: 'nobody-here' })).toBe(wrong);
  await test.database.query('update account set disabled_at = now()');
  expect(await sentences(GOOD)).toBe(wrong);
}));

it.each(['admin-zhou', 'nobody-here'])('closes %s for 15 minutes at the fifth failure, whether it exists or not', (login) => withAdmin(async (test) => {
  for (let i = 0; i < 5; i++) expect(await tryIt(test, { ...WRONG, login }, at(i))).toBe('wrong-login');
  expect(await tryIt(test, { ...GOOD, login }, at(5))).toBe('too-many');
  expect(await tryIt(test, { ...GOOD, login }, at(18.99))).toBe('too-many');
  expect(await tryIt(test, { ...GOOD, login: 'another-one' }, at(5))).toBe('wrong-login');
  expect(await tryIt(test, { ...GOOD, login }, at(19))).toBe(login === 'admin-zhou' ? 'done' : 'wrong-login');
}));

it('begins to count anew after a success', () => withAdmin(async (test) => {
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 4; i++) expect(await tryIt(test, WRONG, at(0))).toBe('wrong-login');
    expect(await tryIt(test, GOOD, at(0))).toBe('done');
  }
  expect((await test.database.query("select from login_failure where login_key <> ''")).rowCount).toBe(0);
}));

it('lets no more than five guesses through, however many come at once', () => withAdmin(async (test) => {
  for (let i = 0; i < 4; i++) expect(await tryIt(test, WRONG)).toBe('wrong-login');
  const answers = await Promise.all(Array.from({ length: 40 }, () => tryIt(test, WRONG)));
  expect(answers.filter((it) => it === 'wrong-login')).toHaveLength(1);
  expect(answers.filter((it) => it === 'too-many')).toHaveLength(39);
}));

it('tells one who repeats a request id nothing about another password, and gives no second session', () => withAdmin(async (test) => {
  const browser = new Browser(test);
  const id = crypto.randomUUID();
  expect(await refusalOf(logIn(await browser.context(id), WRONG))).toBe('wrong-login');
  expect(await refusalOf(logIn(await browser.context(id), GOOD))).toBe('wrong-login');
  const other = crypto.randomUUID();
  await logIn(await browser.context(other), GOOD);
  const stranger = new Browser(test);
  expect(await refusalOf(logIn(await stranger.context(other), GOOD))).toBe('sign-in-again');
  expect(stranger.token).toBeUndefined();
}));

it('leaves an audit row for each: begun, refused', () => withAdmin(async (test) => {
  await tryIt(test, WRONG);
  await tryIt(test, { ...WRONG, login: 'nobody-here' });
  await tryIt(test, GOOD);
  const { rows } = await test.database.query("select a.action, a.unit, a.object_id = c.id::text as own, a.detail from audit a, account c where c.login = 'admin-zhou' and a.action like 'sessions:%' order by a.seq");
  expect(rows).toEqual([
    { action: 'sessions:refuse', unit: 'rencaiban', own: true, detail: { why: 'wrong' } },
    { action: 'sessions:refuse', unit: null, own: false, detail: { why: 'wrong' } },
    { action: 'sessions:begin', unit: 'rencaiban', own: true, detail: { by: 'password' } },
  ]);
}));

it('makes an address wait at its thirtieth wrong try in 15 minutes, whatever names it tries, and no other address', () => withAdmin(async (test) => {
  const from = async (source: string, input: typeof GOOD, now: Date): Promise<string> => {
    const browser = new Browser(test);
    browser.source = source;
    return refusalOf(logIn(await browser.context(), input, now));
  };
  const second = (seconds: number): Date => new Date(T0 + seconds * 1000);
  for (let i = 0; i < 30; i++) expect(await from('192.0.2.7', { ...WRONG, login: `guess-${i}` }, second(i))).toBe('wrong-login');
  expect(await from('192.0.2.7', GOOD, second(899))).toBe('too-many');
  expect(await from('192.0.2.8', GOOD, second(899))).toBe('done');
  expect(await from('192.0.2.7', GOOD, second(900))).toBe('done');
  // A success forgets no wrong tries at other names.
  expect(await from('192.0.2.7', { ...WRONG, login: 'another-guess' }, second(900))).toBe('wrong-login');
  expect(await from('192.0.2.7', GOOD, second(900.5))).toBe('too-many');
}));
