import { expect, it } from 'vitest';
import { Browser, employ, PASSWORD, refusalOf, withAdmin } from './fixture.ts';
import { logIn } from './log-in.ts';
import { activate } from './activation.ts';
import { reopen } from './manage.ts';
import { closeStaleAccounts } from './stale.ts';

const OFFICER = { login: 'li.na', name: '李娜', unit: 'jingkaiqu', role: 'park-officer' } as const;
const days = (count: number): Date => new Date(Date.now() + count * 24 * 3_600_000);

it('closes what nobody signed in to for 90 days, never the last of an administration', () => withAdmin(async (test, admin) => {
  const officer = await employ(test, admin, OFFICER);
  expect(await closeStaleAccounts(test.database, days(89.9))).toBe(0);
  expect(await closeStaleAccounts(test.database, days(90.1))).toBe(1);
  expect((await officer.context()).caller?.session).toBeUndefined();
  expect((await test.database.query('select from account where disabled_at is null')).rowCount).toBe(3);
  const { rows } = await test.database.query<{ object_id: string }>("select object_id from audit where action = 'accounts:close-stale'");
  expect(rows).toEqual([{ object_id: officer.account }]);
  await employ(test, admin, { ...OFFICER, login: 'second', role: 'system-admin' });
  expect(await closeStaleAccounts(test.database, days(90.1))).toBe(1);
}));

it('closes it at the log-in too, where nothing ran meanwhile', () => withAdmin(async (test, admin) => {
  await employ(test, admin, OFFICER);
  expect(await refusalOf(logIn(await new Browser(test).context(), { login: OFFICER.login, password: PASSWORD }, days(89)))).toBe('done');
  expect(await refusalOf(logIn(await new Browser(test).context(), { login: OFFICER.login, password: PASSWORD }, days(179.1)))).toBe('account-closed');
  expect(await refusalOf(logIn(await new Browser(test).context(), { login: OFFICER.login, password: PASSWORD }, days(179.1)))).toBe('wrong-login');
  expect(await refusalOf(logIn(await new Browser(test).context(), { login: 'admin-zhou', password: PASSWORD }, days(179.1)))).toBe('done');
}));

it('a closed account is opened again by a code, without its role, password and second factor', () => withAdmin(async (test, admin) => {
  const officer = await employ(test, admin, OFFICER);
  expect(await refusalOf(reopen(await admin.context(), officer.account))).toBe('not-found');
  await closeStaleAccounts(test.database, days(90.1));
  const { code } = await reopen(await admin.context(), officer.account);
  expect(await refusalOf(logIn(await new Browser(test).context(), { login: OFFICER.login, password: PASSWORD }))).toBe('wrong-login');
  const again = new Browser(test);
  await activate(await again.context(), { login: OFFICER.login, code: code!, password: '另一把-Liushu-9年不换' });
  expect((await again.context()).caller?.session?.stage).toBe('enrol');
  await again.prove();
  expect((await again.context()).actor?.role).toBe('none');
}));
