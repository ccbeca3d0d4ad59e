import { setTimeout } from 'node:timers/promises';
import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import type { TestLedger } from '../../../tests/database.ts';
import { activate } from './activation.ts';
import { Browser, employ, OTHERS, PASSWORD, refusalOf, withPlatform } from './fixture.ts';
import { accountsHandlers } from './handlers.ts';
import { accountsRights } from './rights.ts';
import { prepareSetup, setUp } from './setup.ts';
import { administrators } from './terms.ts';

/** The three administrators at their screens. */
function withAdministrators(work: (test: Parameters<Parameters<typeof withPlatform>[0]>[0], system: Browser, security: Browser, auditing: Browser) => Promise<void>): Promise<void> {
  return withPlatform(async (test) => {
    const [system, security, auditing] = [new Browser(test), new Browser(test), new Browser(test)];
    const code = await prepareSetup(test.database);
    const codes = await setUp(await system.context(), { code: code!, login: 'admin-zhou', password: PASSWORD, name: '周知远', unit: 'rencaiban', ...OTHERS });
    await activate(await security.context(), { login: OTHERS.security.login, code: codes.security, password: PASSWORD });
    for (const browser of [system, security]) await browser.prove();
    await activate(await auditing.context(), { login: OTHERS.audit.login, code: codes.audit, password: PASSWORD });
    await work(test, system, security, auditing);
  });
}

const grant = async (browser: Browser, input: { account: string; role: 'park-officer' | 'park-leader' | 'security-admin' | 'audit-admin'; unit?: string; also?: string[] }) =>
  call(accountsHandlers.grant, { unit: 'jingkaiqu', document: '任职文件', ...input }, { context: await browser.context() });

it('no two administrators share a right', () => {
  for (const [right, roles] of Object.entries(accountsRights)) expect(administrators.filter((it) => roles[it]).length, right).toBeLessThan(2);
});

it('a grant gives a role at a unit; the next takes its place, and sessions end', () => withAdministrators(async (test, system, security) => {
  const { id, code } = await call(accountsHandlers.create, { login: 'li.na', name: '李娜', unit: 'jingkaiqu', post: '' }, { context: await system.context() });
  const officer = new Browser(test);
  await activate(await officer.context(), { login: 'li.na', code: code!, password: PASSWORD });
  await officer.prove();
  expect((await officer.context()).actor?.role).toBe('none');
  await grant(security, { account: id, role: 'park-officer', also: ['huangqiao-kfq'] });
  expect((await officer.context()).actor).toBeUndefined();
  const again = new Browser(test);
  await call(accountsHandlers.login, { login: 'li.na', password: PASSWORD }, { context: await again.context() });
  await again.prove();
  expect((await again.context()).actor).toMatchObject({ role: 'park-officer', unit: 'jingkaiqu', units: ['jingkaiqu', 'huangqiao-kfq'] });
  await grant(security, { account: id, role: 'park-leader' });
  expect((await again.context()).actor).toBeUndefined();
  const grants = (await call(accountsHandlers.grants, {}, { context: await security.context() })).filter((it) => it.account === id);
  expect(grants.map((it) => [it.role, it.grantedBy, it.endedBy, it.also.map((one) => one.name)])).toEqual([
    ['park-leader', '钱守正', null, []],
    ['park-officer', '钱守正', '钱守正', ['黄桥经济开发区']],
  ]);
}));

it('tells who held what on a day, with the rights that the role had then', () => withAdministrators(async (test, system, security) => {
  const officer = await employ(test, system, { login: 'li.na', name: '李娜', unit: 'jingkaiqu', role: 'park-officer' });
  await test.owner.query("alter table role_grant disable trigger role_grant_kept");
  await test.owner.query("update role_grant set granted_at = '2026-01-01 08:00+08', ended_at = '2026-01-31 23:59:59+08' where account_id = $1", [officer.account]);
  await test.owner.query("insert into rights_version (rows, since) values ('{\"leads:read\": {\"park-officer\": \"own\"}}', '2026-01-01 00:00+08')");
  const on = async (day: string): Promise<unknown[]> => (await call(accountsHandlers.grants, { on: day }, { context: await security.context() })).filter((it) => it.account === officer.account).map((it) => [it.role, it.rights]);
  expect(await on('2025-12-31')).toEqual([]);
  expect(await on('2026-01-01')).toEqual([['park-officer', [{ right: 'leads:read', label: 'leads:read', reach: 'own' }]]]);
  expect(await on('2026-01-30')).toHaveLength(1);
  expect(await on('2026-01-31')).toEqual([]);
}));

it('nobody changes their own grant, and no administration is left without a holder', () => withAdministrators(async (test, system, security) => {
  const own = (await security.context()).actor!.account;
  expect(await refusalOf(grant(security, { account: own, role: 'park-officer' }))).toBe('own-account');
  const second = await employ(test, system, { login: 'second', name: '李娜', unit: 'rencaiban', role: 'security-admin' });
  const auditing = (await call(accountsHandlers.grantees, undefined, { context: await security.context() })).find((it) => it.role === 'audit-admin')!.id;
  expect(await refusalOf(call(accountsHandlers.takeRole, { account: auditing }, { context: await security.context() }))).toBe('last-administrator');
  expect(await refusalOf(grant(security, { account: auditing, role: 'park-officer' }))).toBe('last-administrator');
  expect(await refusalOf(call(accountsHandlers.takeRole, { account: own }, { context: await second.context() }))).toBe('done');
  expect((await security.context()).actor).toBeUndefined();
}));

/** Does several things of which none is kept before all have come as far as they can. */
async function atOnce(test: TestLedger, work: readonly (() => Promise<string>)[]): Promise<string[]> {
  return test.owner.withClient(async (client) => {
    await client.query('begin');
    // Every write ends with an audit row.
    await client.query('lock table audit in exclusive mode');
    const under = work.map((it) => it());
    const waiting = async (): Promise<number> => (await test.owner.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount!;
    while ((await waiting()) < work.length) await setTimeout(10);
    await client.query('commit');
    return Promise.all(under);
  });
}

it('two who take away the last two of an administration at once do not both succeed, whichever way they take them', () => withAdministrators(async (test, system, security) => {
  const colleague = await employ(test, system, { login: 'second', name: '李娜', unit: 'rencaiban', role: 'security-admin' });
  const other = await employ(test, system, { login: 'auditor', name: '王芳', unit: 'rencaiban', role: 'audit-admin' });
  const last = (await call(accountsHandlers.grantees, undefined, { context: await security.context() })).find((it) => it.login === OTHERS.audit.login)!.id;
  const take = (browser: Browser, account: string) => async (): Promise<string> => refusalOf(call(accountsHandlers.takeRole, { account }, { context: await browser.context() }));
  const disable = (id: string) => async (): Promise<string> => refusalOf(call(accountsHandlers.disable, { id }, { context: await system.context() }));
  expect((await atOnce(test, [take(security, last), take(colleague, other.account)])).sort()).toEqual(['done', 'last-administrator']);
  const [left] = (await call(accountsHandlers.grantees, undefined, { context: await security.context() })).filter((it) => it.role === 'audit-admin');
  const third = await employ(test, system, { login: 'third', name: '赵敏', unit: 'rencaiban', role: 'audit-admin' });
  expect((await atOnce(test, [disable(left!.id), take(security, third.account)])).sort()).toEqual(['done', 'last-administrator']);
  const own = (await security.context()).actor!.account;
  expect((await atOnce(test, [take(security, colleague.account), take(colleague, own)])).sort()).toEqual(['done', 'last-administrator']);
}));

it('an account cannot hold two roles, and a grant cannot be rewritten, even by who owns the table', () => withAdministrators(async (test, system) => {
  const officer = await employ(test, system, { login: 'li.na', name: '李娜', unit: 'jingkaiqu', role: 'park-officer' });
  const insert = "insert into role_grant (account_id, role, unit) values ($1, 'system-admin', 'rencaiban')";
  await expect(test.owner.query(insert, [officer.account])).rejects.toThrow('role_grant_standing');
  await expect(test.owner.query("update role_grant set role = 'system-admin' where account_id = $1", [officer.account])).rejects.toThrow('only be ended');
  await expect(test.owner.query('delete from role_grant where account_id = $1', [officer.account])).rejects.toThrow('only be ended');
  await expect(test.owner.query("update role_grant set granted_by = account_id, ended_at = now()")).rejects.toThrow();
}));

it('refuses a unit that is not there', () => withAdministrators(async (test, system, security) => {
  const officer = await employ(test, system, { login: 'li.na', name: '李娜', unit: 'jingkaiqu', role: 'park-officer' });
  expect(await refusalOf(grant(security, { account: officer.account, role: 'park-officer', unit: 'mars' }))).toBe('unknown-unit');
  expect(await refusalOf(grant(security, { account: officer.account, role: 'park-officer', also: ['mars'] }))).toBe('unknown-unit');
  expect(await refusalOf(grant(security, { account: crypto.randomUUID(), role: 'park-officer' }))).toBe('not-found');
}));
