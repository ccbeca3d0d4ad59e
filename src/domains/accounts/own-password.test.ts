import { expect, it } from 'vitest';
import { activate } from './activation.ts';
import { Browser, employ, PASSWORD, refusalOf, withAdmin } from './fixture.ts';
import { logIn } from './log-in.ts';
import { renewCode } from './manage.ts';
import { changePassword } from './own-password.ts';
import { daysLeft, isAlive, type SessionFacts, stageOf } from './stages.ts';
import { type ProfileId, profiles } from './terms.ts';

const OFFICER = { login: 'li.na', name: '李娜', unit: 'jingkaiqu', role: 'park-officer' } as const;
const password = (n: number): string => `第${n}把-Liushu-${n}年不换`;
const DAY = 24 * 3_600_000;
const T = new Date('2026-03-05T00:00:00Z');
const after = (ms: number): Date => new Date(T.getTime() + ms);

it('the session that changes the password goes on under another token, and all others end', () => withAdmin(async (test, admin) => {
  const officer = await employ(test, admin, OFFICER);
  const other = new Browser(test);
  await logIn(await other.context(), { login: OFFICER.login, password: PASSWORD });
  const before = officer.token;
  await changePassword(await officer.context(), { current: PASSWORD, password: password(1) });
  expect(officer.token).not.toBe(before);
  expect((await officer.context()).actor?.role).toBe('park-officer');
  expect((await other.context()).caller?.session).toBeUndefined();
  expect(await refusalOf(logIn(await other.context(), { login: OFFICER.login, password: PASSWORD }))).toBe('wrong-login');
}));

it('the last five are not set again, by oneself or by a code; the sixth last is', () => withAdmin(async (test, admin) => {
  const officer = await employ(test, admin, OFFICER);
  const change = async (current: string, next: string): Promise<string> => refusalOf(changePassword(await officer.context(), { current, password: next }));
  expect(await change(PASSWORD, PASSWORD)).toBe('used-password');
  for (let n = 1; n <= 4; n++) expect(await change(n === 1 ? PASSWORD : password(n - 1), password(n))).toBe('done');
  expect(await change(password(4), PASSWORD)).toBe('used-password');
  const { code } = await renewCode(await admin.context(), officer.account);
  expect(await refusalOf(activate(await new Browser(test).context(), { login: OFFICER.login, code: code!, password: password(2) }))).toBe('used-password');
  expect(await change(password(4), password(5))).toBe('done');
  expect(await change(password(5), PASSWORD)).toBe('done');
  expect((await test.database.query('select from former_password where account_id = $1', [officer.account])).rowCount).toBe(5);
}));

it('a wrong present password changes nothing, and five of them wait', () => withAdmin(async (test, admin) => {
  const officer = await employ(test, admin, OFFICER);
  for (let i = 0; i < 5; i++) expect(await refusalOf(changePassword(await officer.context(), { current: 'wrong', password: password(1) }))).toBe('wrong-password');
  expect(await refusalOf(changePassword(await officer.context(), { current: PASSWORD, password: password(1) }))).toBe('too-many');
  expect(await refusalOf(logIn(await new Browser(test).context(), { login: OFFICER.login, password: PASSWORD }))).toBe('done');
}));

it('a password that came of age leads to its change alone, and the change on', () => withAdmin(async (test, admin) => {
  const officer = await employ(test, admin, OFFICER);
  await test.database.query("update account set password_at = clock_timestamp() - interval '90 days' where id = $1", [officer.account]);
  const context = await officer.context();
  expect([context.actor, context.caller?.session?.stage]).toEqual([undefined, 'password']);
  await changePassword(context, { current: PASSWORD, password: password(1) });
  expect((await officer.context()).actor?.role).toBe('park-officer');
}));

it.each<[ProfileId, number, number | null]>([
  ['dengbao-3', 0, 90], ['dengbao-3', 83, 7], ['dengbao-3', 89, 1], ['dengbao-3', 90, 0], ['dengbao-3', 91, 0], ['asvs', 91, null], ['asvs', 3650, null],
])('%s, %d days after the password was set: %s days left', (profile, days, left) => {
  expect(daysLeft(T, profiles[profile], after(days * DAY))).toBe(left);
});

it('a second before the 90th day the password still is good', () => {
  const facts: SessionFacts = { role: 'none', beganAt: T, seenAt: T, provedAt: T, hasFactor: true, passwordAt: T, demo: false };
  expect(stageOf(facts, profiles['dengbao-3'], after(90 * DAY - 1000))).toBe('full');
  expect(stageOf(facts, profiles['dengbao-3'], after(90 * DAY))).toBe('password');
  expect(stageOf(facts, profiles.asvs, after(90 * DAY))).toBe('full');
});

it.each<[Partial<SessionFacts>, string]>([
  [{}, 'factor'], [{ provedAt: T }, 'full'], [{ hasFactor: false }, 'enrol'], [{ passwordAt: after(-90 * DAY) }, 'factor'], [{ passwordAt: after(-90 * DAY), provedAt: T }, 'password'],
  [{ passwordAt: after(-90 * DAY), hasFactor: false }, 'password'], [{ passwordAt: null, provedAt: T }, 'full'], [{ hasFactor: false, demo: true }, 'full'],
])('a session with %j is at the stage %s', (facts, stage) => {
  expect(stageOf({ role: 'none', beganAt: T, seenAt: T, provedAt: null, hasFactor: true, passwordAt: T, demo: false, ...facts }, profiles['dengbao-3'], T)).toBe(stage);
});

const MINUTE = 60_000;
it.each<[ProfileId, SessionFacts['role'], number]>([
  ['dengbao-3', 'system-admin', 15], ['dengbao-3', 'audit-admin', 15], ['dengbao-3', 'park-officer', 30], ['dengbao-3', 'none', 30], ['asvs', 'security-admin', 15], ['asvs', 'city-leader', 30],
])('under %s a session of %s ends at %d minutes unused, and at 12 hours used, to the second', (id, role, minutes) => {
  const alive = (idle: number, age: number): boolean => isAlive({ role, beganAt: after(-age), seenAt: after(-idle), provedAt: T, hasFactor: true, passwordAt: T, demo: false }, profiles[id], T);
  expect([alive(minutes * MINUTE - 1000, minutes * MINUTE), alive(minutes * MINUTE, minutes * MINUTE), alive(minutes * MINUTE + 1000, minutes * MINUTE)]).toEqual([true, false, false]);
  expect([alive(0, 720 * MINUTE - 1000), alive(0, 720 * MINUTE), alive(0, 720 * MINUTE + 1000)]).toEqual([true, false, false]);
});
