import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { makeDemoAccounts } from './demo.ts';
import { Browser, employ, PASSWORD, refusalOf, TODAY, withAdmin, withDemo } from './fixture.ts';
import { accountsHandlers } from './handlers.ts';
import { logIn } from './log-in.ts';

const offered = async (browser: Browser) => call(accountsHandlers.demoAccounts, undefined, { context: await browser.context() });
const enter = async (browser: Browser, account: string): Promise<unknown> => call(accountsHandlers.enterDemo, { account }, { context: await browser.context() });

it('offers accounts of every role, found in the pack by what units do', () => withDemo(async ({ ledger }, browser) => {
  const all = (await offered(browser)).map((it) => [it.role, it.unit.id, it.name, it.post]);
  const handlers = all.filter(([role]) => role === 'office-handler');
  expect(all.filter((it) => !handlers.includes(it))).toEqual([
    ['park-officer', 'jingkaiqu', '演示·经济开发区经办人', '经办人'],
    ['park-officer', 'gaoxinqu', '演示·高新区经办人', '经办人'],
    ['township-officer', 'jichuan', '演示·济川街道经办人', '经办人'],
    ['park-leader', 'jingkaiqu', '演示·经济开发区负责人', '负责人'],
    ['commerce-bureau', 'shangwuju', '演示·商务局经办人', '经办人'],
    ['finance', 'caizhengju', '演示·财政局经办人', '经办人'],
    ['talent-office', 'rencaiban', '演示·人才办经办人', '经办人'],
    ['talent-office', 'rencaiban', '演示·人才办负责人', '负责人'],
    ['assessment-office', 'rencaiban', '演示·考核办', '考核办'],
    ['city-leader', 'rencaiban', '演示·市领导', '市领导'],
    ['audit-observer', 'rencaiban', '演示·监督审计', '监督审计'],
    ['system-admin', 'rencaiban', '演示·系统管理员', '系统管理员'],
    ['security-admin', 'rencaiban', '演示·安全管理员', '安全管理员'],
    ['audit-admin', 'rencaiban', '演示·审计管理员', '审计管理员'],
  ]);
  expect(handlers).toContainEqual(['office-handler', 'kejiju', '演示·科技局经办人', '经办人']);
  const deciding = new Set(ledger.mechanism.pack.certification.flatMap((it) => [...it.verify, ...it.certify]));
  expect(handlers.map(([, unit]) => unit).sort()).toEqual([...deciding].filter((it) => !['rencaiban', 'shangwuju', 'caizhengju'].includes(it)).sort());
}));

it('is made once, however often it is started', () => withDemo(async ({ database, ledger }, browser) => {
  const before = await offered(browser);
  await makeDemoAccounts(database, ledger.mechanism.pack, TODAY);
  expect(await offered(browser)).toEqual(before);
}));

it('lets one enter without a password, and go on to another', () => withDemo(async (_, browser) => {
  const all = await offered(browser);
  const [park, office] = [all[0], all.find((it) => it.role === 'talent-office')];
  await enter(browser, park!.id);
  expect((await browser.context()).actor).toMatchObject({ account: park!.id, unit: 'jingkaiqu', role: 'park-officer' });
  await enter(browser, office!.id);
  expect((await browser.context()).actor).toMatchObject({ account: office!.id });
  expect(await call(accountsHandlers.session, undefined, { context: await browser.context() })).toMatchObject({ demo: true, setupNeeded: false, account: { id: office!.id } });
}));

it('in any other mode offers nothing, lets nobody in, and knows no session of a demonstration', () => withDemo(async (test, browser) => {
  const [park] = await offered(browser);
  await enter(browser, park!.id);
  const plain = new Browser(test);
  expect(await offered(plain)).toEqual([]);
  expect(await refusalOf(enter(plain, park!.id))).toBe('not-found');
  plain.token = browser.token;
  expect((await plain.context()).actor).toBeUndefined();
}));

it('does not let a passwordless account log in, or a person of another mode be entered', () => withDemo(async (test, browser) => {
  const { login } = (await offered(browser))[0]!;
  for (const password of ['', 'null', ' ']) expect(await refusalOf(logIn(await browser.context(), { login, password }))).toBe('wrong-login');
  expect(await refusalOf(enter(browser, crypto.randomUUID()))).toBe('not-found');
  await test.database.query('update account set demo = false');
  const { rows } = await test.database.query<{ id: string }>('select id from account');
  expect(await refusalOf(enter(browser, rows[0]!.id))).toBe('not-found');
}));

it('an account made in a demonstration acts in it, and in no other mode', () => withDemo(async (test, browser) => {
  const admin = (await offered(browser)).find((it) => it.role === 'system-admin')!;
  await enter(browser, admin.id);
  await employ(test, browser, { login: 'visitor', name: '来访者', unit: 'jichuan', role: 'township-officer', demo: true });
  expect(await refusalOf(logIn(await new Browser(test, true).context(), { login: 'visitor', password: PASSWORD }))).toBe('done');
  expect(await refusalOf(logIn(await new Browser(test).context(), { login: 'visitor', password: PASSWORD }))).toBe('wrong-login');
  expect((await offered(browser)).map((it) => it.login)).not.toContain('visitor');
}));

it('is refused on a data folder with accounts of people', () => withAdmin(async ({ database, ledger }) => {
  expect(await refusalOf(makeDemoAccounts(database, ledger.mechanism.pack, TODAY))).toBe('not-a-demonstration');
}));
