import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { Browser, everyRow, OTHERS, PASSWORD, refusalOf, withPlatform } from './fixture.ts';
import { accountsHandlers } from './handlers.ts';
import { prepareSetup } from './setup.ts';

const MISTYPED = 'my-Secret_in-the-wrong-box';
const OFFICER = { login: 'li.na', name: '李娜', unit: 'jingkaiqu', post: '招商专员', password: '三月江水-Lvrulan-7忆江南' } as const;

it('after all acts no password, code, token or typed-in login stands in any table, and names in person alone', () => withPlatform(async (test) => {
  const tokens: string[] = [];
  const [admin, officer] = [new Browser(test), new Browser(test)];
  const act = async (browser: Browser, work: (context: Awaited<ReturnType<Browser['context']>>) => Promise<unknown>): Promise<string> => {
    const answer = await refusalOf(work(await browser.context()));
    if (browser.token !== undefined) await browser.prove();
    if (browser.token !== undefined) tokens.push(browser.token);
    return answer;
  };
  const code = (await prepareSetup(test.database))!;
  await act(admin, (context) => call(accountsHandlers.setUp, { code: 'WRONG-WRONG-WRONG-WRONG', login: 'zhou', password: PASSWORD, name: '周知远', unit: 'rencaiban', ...OTHERS }, { context }));
  await act(admin, (context) => call(accountsHandlers.setUp, { code, login: 'zhou', password: PASSWORD, name: '周知远', unit: 'rencaiban', ...OTHERS }, { context }));
  const { code: first } = await call(accountsHandlers.create, OFFICER, { context: await admin.context() });
  expect(await act(officer, (context) => call(accountsHandlers.activate, { ...OFFICER, code: code }, { context }))).toBe('wrong-code');
  await act(officer, (context) => call(accountsHandlers.activate, { ...OFFICER, code: first! }, { context }));
  expect(await act(officer, (context) => call(accountsHandlers.login, { login: MISTYPED, password: 'x' }, { context }))).toBe('wrong-login');
  expect(await act(officer, (context) => call(accountsHandlers.login, { login: 'li.na', password: 'a wrong password' }, { context }))).toBe('wrong-login');
  expect(await act(officer, (context) => call(accountsHandlers.login, OFFICER, { context }))).toBe('done');
  await act(officer, (context) => call(accountsHandlers.logout, undefined, { context }));
  await act(officer, (context) => call(accountsHandlers.login, OFFICER, { context }));
  await act(admin, async (context) => call(accountsHandlers.disable, { id: (await officer.context()).actor!.account }, { context }));

  expect(new Set(tokens).size).toBe(4);
  const tables = await everyRow(test);
  const secrets = [PASSWORD, OFFICER.password, 'a wrong password', MISTYPED, MISTYPED.toLowerCase(), code, code.replaceAll('-', ''), first!, first!.replaceAll('-', ''), ...tokens];
  for (const [table, text] of tables) {
    for (const secret of secrets) expect(text.includes(secret), `${secret} in ${table}`).toBe(false);
    if (table !== 'person') for (const name of ['周知远', '李娜']) expect(text.includes(name), `${name} in ${table}`).toBe(false);
  }
  expect(tables.get('person')).toContain('李娜');
  const { rows } = await test.database.query<{ action: string }>('select action from audit order by seq');
  expect(rows.map((it) => it.action)).toEqual([
    'setup:prepare', 'setup:refuse', 'setup:use', 'setup:use', 'setup:use', 'accounts:create', 'accounts:refuse-activation', 'accounts:activate', 'sessions:refuse', 'sessions:refuse', 'sessions:begin', 'sessions:end', 'sessions:begin', 'accounts:disable',
  ]);
}));
