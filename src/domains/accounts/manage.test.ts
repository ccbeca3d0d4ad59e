import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { activate } from './activation.ts';
import { Browser, employ, PASSWORD, refusalOf, withAdmin } from './fixture.ts';
import { accountsHandlers } from './handlers.ts';
import { logIn } from './log-in.ts';

const OFFICER = { login: 'li.na', name: '李娜', unit: 'jingkaiqu', post: '招商专员' } as const;
const SIGNED = { login: 'li.na', password: '三月江水-Lvrulan-7忆江南' };

async function create(browser: Browser, input: { login?: string; unit?: string } = {}, request?: string): Promise<{ id: string; code: string | null }> {
  return call(accountsHandlers.create, { ...OFFICER, ...input }, { context: await browser.context(request) });
}

it('makes an account without any right, whose person sets the password by a one-time code', () => withAdmin(async (test, admin) => {
  const { id, code } = await create(admin);
  const officer = new Browser(test);
  expect(await refusalOf(activate(await officer.context(), { ...SIGNED, code: 'AAAAA-AAAAA-AAAAA-AAAAA' }))).toBe('wrong-code');
  expect(await refusalOf(activate(await officer.context(), { ...SIGNED, password: 'Li.na-and-more-7-words', code: code! }))).toBe('weak-password');
  await activate(await officer.context(), { ...SIGNED, code: code! });
  expect(await refusalOf(activate(await officer.context(), { ...SIGNED, code: code! }))).toBe('wrong-code');
  await logIn(await officer.context(), SIGNED);
  await officer.prove();
  expect((await officer.context()).actor).toEqual({ account: id, unit: 'jingkaiqu', units: ['jingkaiqu'], role: 'none', demo: false });
  expect((await call(accountsHandlers.list, undefined, { context: await admin.context() })).map((it) => [it.login, it.name, it.unit.name, it.post, it.role, it.disabled])).toEqual([
    ['admin-zhou', '周知远', '人才办', '系统管理员', 'system-admin', false],
    ['audit-sun', '孙明察', '人才办', '审计管理员', 'audit-admin', false],
    ['li.na', '李娜', '泰兴经济开发区', '招商专员', null, false],
    ['security-qian', '钱守正', '人才办', '安全管理员', 'security-admin', false],
  ]);
}));

it('a code lives 72 hours, and a new one takes its place', () => withAdmin(async (test, admin) => {
  const { id, code } = await create(admin);
  const officer = new Browser(test);
  const late = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);
  expect(await refusalOf(activate(await officer.context(), { ...SIGNED, code: code! }, late(72.01)))).toBe('code-expired');
  const again = await call(accountsHandlers.renewCode, { id }, { context: await admin.context() });
  expect(await refusalOf(activate(await officer.context(), { ...SIGNED, code: code! }))).toBe('wrong-code');
  expect(await refusalOf(activate(await officer.context(), { ...SIGNED, code: again.code! }, late(71.9)))).toBe('done');
}));

it('a reset ends the sessions of the account', () => withAdmin(async (test, admin) => {
  const officer = await employ(test, admin, { login: 'li.na', name: '李娜', unit: 'jingkaiqu', role: 'park-officer' });
  const { code } = await call(accountsHandlers.renewCode, { id: officer.account }, { context: await admin.context() });
  expect((await officer.context()).actor).toBeDefined();
  await activate(await new Browser(test).context(), { ...SIGNED, code: code! });
  expect((await officer.context()).actor).toBeUndefined();
}));

it('one of 60 variants of a login name is an account', () => withAdmin(async (test, admin) => {
  const wide = (text: string): string => text.replace(/[!-~]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0));
  const unseen = ['', '\u200b', '\u200d', '\ufeff', '\u00ad', '\u3000', '\u2060', '\u034f', ' ', '\ufe0f'];
  const variants = ['li.na', 'LI.NA', 'Li.Na', 'lI.nA', wide('li.na'), wide('LI.NA')].flatMap((name) => unseen.map((it) => `${name.slice(0, 2)}${it}${name.slice(2)}`));
  expect(variants).toHaveLength(60);
  const answers = await Promise.all(variants.map((login) => refusalOf(create(admin, { login }))));
  expect(answers.filter((it) => it === 'done')).toHaveLength(1);
  expect(answers.filter((it) => it === 'login-taken')).toHaveLength(59);
  expect((await test.database.query('select from account')).rowCount).toBe(4);
  expect((await test.database.query('select from person')).rowCount).toBe(4);
}));

it('refuses a unit that is not there', () => withAdmin(async (_, admin) => {
  expect(await refusalOf(create(admin, { unit: 'city' }))).toBe('unknown-unit');
}));

it('the same request again makes the same one account', () => withAdmin(async (test, admin) => {
  const request = crypto.randomUUID();
  const first = await create(admin, {}, request);
  expect(await create(admin, {}, request)).toEqual({ id: first.id, code: null });
  expect((await test.database.query('select from account')).rowCount).toBe(4);
  expect(await refusalOf(create(admin, { login: 'wang.fang' }, request))).toBe('request-reused');
}));

it('a disabled account is out at its next request, and cannot come back', () => withAdmin(async (test, admin) => {
  const officer = await employ(test, admin, { login: 'li.na', name: '李娜', unit: 'jingkaiqu', role: 'park-officer' });
  const id = officer.account;
  await call(accountsHandlers.disable, { id }, { context: await admin.context() });
  expect((await officer.context()).actor).toBeUndefined();
  expect(await refusalOf(logIn(await officer.context(), { login: 'li.na', password: PASSWORD }))).toBe('wrong-login');
  expect((await call(accountsHandlers.list, undefined, { context: await admin.context() })).find((it) => it.id === id)).toMatchObject({ disabled: true });
}));

it('nobody disables their own account, or one that is not there', () => withAdmin(async (_, admin) => {
  const context = await admin.context();
  expect(await refusalOf(call(accountsHandlers.disable, { id: context.actor!.account }, { context }))).toBe('own-account');
  expect(await refusalOf(call(accountsHandlers.disable, { id: crypto.randomUUID() }, { context: await admin.context() }))).toBe('not-found');
}));

it('two who disable each other at the same time do not both succeed', () => withAdmin(async (test, admin) => {
  const other = await employ(test, admin, { login: 'second', name: '李娜', unit: 'rencaiban', role: 'system-admin' });
  const id = other.account;
  const [mine, theirs] = [await admin.context(), await other.context()];
  const answers = await Promise.all([refusalOf(call(accountsHandlers.disable, { id }, { context: mine })), refusalOf(call(accountsHandlers.disable, { id: mine.actor!.account }, { context: theirs }))]);
  expect(answers.sort()).toEqual(['done', 'signed-out']);
}));

it('nobody disables the last of an administration, for nobody could put another in its place', () => withAdmin(async (test, admin) => {
  const all = await call(accountsHandlers.list, undefined, { context: await admin.context() });
  for (const role of ['security-admin', 'audit-admin'] as const) {
    const id = all.find((it) => it.role === role)!.id;
    const disable = async (): Promise<string> => refusalOf(call(accountsHandlers.disable, { id }, { context: await admin.context() }));
    expect(await disable(), role).toBe('last-administrator');
    // One that is closed holds no administration.
    const second = await employ(test, admin, { login: role, name: '李娜', unit: 'rencaiban', role });
    await call(accountsHandlers.disable, { id: second.account }, { context: await admin.context() });
    expect(await disable(), role).toBe('last-administrator');
    await employ(test, admin, { login: `${role}-3`, name: '王芳', unit: 'rencaiban', role });
    expect(await disable(), role).toBe('done');
  }
}));

it('logging out ends this session and no other', () => withAdmin(async (test, admin) => {
  const second = new Browser(test);
  await logIn(await second.context(), { login: 'admin-zhou', password: PASSWORD });
  await second.prove();
  const token = admin.token;
  await call(accountsHandlers.logout, undefined, { context: await admin.context() });
  expect(admin.token).toBeUndefined();
  admin.token = token;
  expect((await admin.context()).actor).toBeUndefined();
  expect((await second.context()).actor).toBeDefined();
}));

it('units are those of the pack that were not taken over', () => withAdmin(async (test, admin) => {
  const units = async () => (await call(accountsHandlers.units, undefined, { context: await admin.context() })).map((it) => it.id);
  expect(await units()).toContain('gensi');
  await test.database.query("insert into unit_merger (unit, merged_into, day, document, request) values ('gensi', 'jichuan', '2026-01-01', '文件', gen_random_uuid()), ('xinjie', 'jichuan', '2026-12-31', '文件', gen_random_uuid())");
  expect(await units()).not.toContain('gensi');
  expect(await units()).toContain('xinjie');
  expect(await refusalOf(create(admin, { unit: 'gensi' }))).toBe('unknown-unit');
}));
