import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { Browser, OTHERS, PASSWORD, refusalOf, TODAY, withDemo, withPlatform } from './fixture.ts';
import { accountsHandlers } from './handlers.ts';
import { prepareSetup, setUp } from './setup.ts';

const INPUT = { login: 'zhou', password: PASSWORD, name: '周知远', unit: 'rencaiban', ...OTHERS };
const HOUR = 3_600_000;

it('makes the three administrators by the code, signs the first in, and is gone', () => withPlatform(async (test) => {
  const code = (await prepareSetup(test.database))!;
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}(-[2-9A-HJ-NP-Z]{5}){3}$/);
  const browser = new Browser(test);
  expect(await call(accountsHandlers.session, undefined, { context: await browser.context() })).toMatchObject({ account: null, rights: [], setupNeeded: true, years: [2026] });
  await call(accountsHandlers.setUp, { ...INPUT, code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` }, { context: await browser.context() });
  expect(await call(accountsHandlers.session, undefined, { context: await browser.context() })).toMatchObject({ account: null, stage: 'enrol', rights: [], setupNeeded: false });
  await browser.prove();
  expect(await call(accountsHandlers.session, undefined, { context: await browser.context() })).toMatchObject({
    stage: null, passwordRules: { length: 12, classes: 3 }, passwordDaysLeft: null, passkeys: true,
    account: { id: expect.any(String), login: 'zhou', name: '周知远', unit: { id: 'rencaiban', name: '人才办' }, post: '系统管理员', role: 'system-admin', disabled: false },
    rights: ['accounts:manage', 'accounts:read'], setupNeeded: false, demo: false, city: { id: 'taixing', name: '泰兴市' }, platform: '双招双引联动平台', today: TODAY, years: [2026],
  });
  expect(await refusalOf(setUp(await new Browser(test).context(), { ...INPUT, login: 'second', code }))).toBe('not-found');
  expect(await prepareSetup(test.database)).toBeUndefined();
  expect((await test.database.query('select from setup_code')).rowCount).toBe(0);
}));

it('refuses a wrong code, a weak password and an unknown unit, and the code is good still', () => withPlatform(async (test) => {
  const code = (await prepareSetup(test.database))!;
  const tryIt = async (input: Partial<typeof INPUT & { code: string }>): Promise<string> => refusalOf(setUp(await new Browser(test).context(), { ...INPUT, code, ...input }));
  expect(await tryIt({ code: 'AAAAA-AAAAA-AAAAA-AAAAA' })).toBe('wrong-code');
  expect(await tryIt({ password: 'Taixing@2026' })).toBe('weak-password');
  expect(await tryIt({ unit: 'mars' })).toBe('unknown-unit');
  expect(await tryIt({ login: '\u200b\u200b\u200b' })).toBe('bad-login');
  expect((await test.database.query('select from account')).rowCount).toBe(0);
  expect(await tryIt({})).toBe('done');
}));

it('the code dies after 24 hours, and a new start makes another in its place', () => withPlatform(async (test) => {
  const now = Date.now();
  const old = (await prepareSetup(test.database, new Date(now)))!;
  const tryIt = async (code: string, hours: number): Promise<string> => refusalOf(setUp(await new Browser(test).context(), { ...INPUT, code }, new Date(now + hours * HOUR)));
  expect(await tryIt(old, 24)).toBe('code-expired');
  const fresh = (await prepareSetup(test.database, new Date(now)))!;
  expect(await tryIt(old, 1)).toBe('wrong-code');
  expect(await tryIt(fresh, 23.99)).toBe('done');
}));

it('makes the administrators once, of three requests that come at once', () => withPlatform(async (test) => {
  const code = (await prepareSetup(test.database))!;
  const answers = await Promise.all(['one', 'two', 'three'].map(async (login) => refusalOf(setUp(await new Browser(test).context(), { ...INPUT, login, security: { login: `${login}-s`, name: '甲' }, audit: { login: `${login}-a`, name: '乙' }, code }))));
  expect(answers.sort()).toEqual(['done', 'not-found', 'not-found']);
}));

it('a repeated request makes nothing and hands out no session', () => withPlatform(async (test) => {
  const code = (await prepareSetup(test.database))!;
  const id = crypto.randomUUID();
  await setUp(await new Browser(test).context(id), { ...INPUT, code });
  const again = new Browser(test);
  expect(await refusalOf(setUp(await again.context(id), { ...INPUT, code }))).toBe('sign-in-again');
  expect(again.token).toBeUndefined();
}));

it('a demonstration needs no set-up and has none', () => withDemo(async (test, browser) => {
  const code = (await prepareSetup(test.database))!;
  expect(await refusalOf(setUp(await browser.context(), { ...INPUT, code }))).toBe('not-found');
}));
