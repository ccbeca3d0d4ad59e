import { Secret, TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { transact } from '../../base/transaction.ts';
import { Browser, employ, everyRow, PASSWORD, refusalOf, withAdmin } from './fixture.ts';
import { chooseProfile } from './profile.ts';
import { logIn } from './log-in.ts';
import { beginTotp, clearFactors, confirmTotp } from './own-factors.ts';
import { prove } from './second-factor.ts';
import { openSeed, sealSeed } from './totp.ts';

const OFFICER = { login: 'li.na', name: '李娜', unit: 'jingkaiqu', role: 'park-officer' } as const;
/** The beginning of a step of 30 s. */
const T0 = Math.ceil((Date.now() + 60_000) / 30_000) * 30_000;
const at = (seconds: number): Date => new Date(T0 + seconds * 1000);

/** An officer with an authenticator app, and a second browser that has given the password only. */
function withApp(work: (given: { officer: Browser & { account: string }; half: Browser; app: TOTP; secret: string; admin: Browser; test: Browser['test'] }) => Promise<void>): Promise<void> {
  return withAdmin(async (test, admin) => {
    const officer = await employ(test, admin, OFFICER);
    const { shown } = await beginTotp(await officer.context());
    const app = new TOTP({ secret: Secret.fromBase32(shown!.secret) });
    await confirmTotp(await officer.context(), app.generate({ timestamp: T0 - 300_000 }), at(-300));
    const half = new Browser(test);
    await logIn(await half.context(), { login: OFFICER.login, password: PASSWORD });
    await work({ officer, half, app, secret: shown!.secret, admin, test });
  });
}

const code = (app: TOTP, seconds: number): string => app.generate({ timestamp: T0 + seconds * 1000 });

it('a password alone is half a log-in; the code makes it whole, under another token', () => withApp(async ({ half, app }) => {
  const before = half.token;
  const context = await half.context();
  expect([context.actor, context.caller?.session?.stage]).toEqual([undefined, 'factor']);
  await prove(context, { code: code(app, 0) }, at(0));
  expect(half.token).not.toBe(before);
  expect((await half.context(undefined, at(1))).actor?.role).toBe('park-officer');
  half.token = before;
  expect((await half.context()).caller?.session).toBeUndefined();
}));

it('a code is good once: 100 repetitions are refused, one after another and at once', () => withApp(async ({ test, app }) => {
  const browsers = await Promise.all(Array.from({ length: 25 }, async () => {
    const browser = new Browser(test);
    await logIn(await browser.context(), { login: OFFICER.login, password: PASSWORD });
    return browser;
  }));
  let replayed = 0;
  for (let round = 0; round < 4; round++) {
    const answers = await Promise.all(browsers.map(async (it) => refusalOf(prove(await it.context(), { code: code(app, 0) }, at(0)))));
    replayed += answers.filter((it) => it !== 'done').length;
    expect(answers.filter((it) => it === 'done')).toHaveLength(round === 0 ? 1 : 0);
    await test.database.query('delete from login_failure');
  }
  expect(replayed).toBe(99);
  expect(await refusalOf(prove(await browsers[0]!.context(), { code: code(app, 0) }, at(0)))).toBe('wrong-code');
}), 120_000);

it.each<['dengbao-3' | 'asvs', number, boolean]>([
  ['dengbao-3', -30, true], ['dengbao-3', 30, true], ['dengbao-3', -60, false], ['dengbao-3', 60, false],
  ['asvs', 0, true], ['asvs', -30, false], ['asvs', 30, false],
])('under %s a code of %d s off counts: %s', (profile, off, counts) => withApp(async ({ half, app, admin }) => {
  if (profile === 'asvs') await chooseProfile(await admin.context(), { profile, reason: '演练' });
  expect(await refusalOf(prove(await half.context(), { code: code(app, off) }, at(0)))).toBe(counts ? 'done' : 'wrong-code');
}));

it('five wrong codes of a log-in make it wait, and an open session does not', () => withApp(async ({ half, officer, app }) => {
  for (let i = 0; i < 5; i++) expect(await refusalOf(prove(await half.context(), { code: '000000' }, at(i)))).toBe('wrong-code');
  expect(await refusalOf(prove(await half.context(), { code: code(app, 30) }, at(30)))).toBe('too-many');
  expect(await refusalOf(prove(await officer.context(), { code: code(app, 30) }, at(30)))).toBe('done');
  expect(await refusalOf(prove(await half.context(), { code: code(app, 903) }, at(903)))).toBe('too-many');
  expect(await refusalOf(prove(await half.context(), { code: code(app, 904) }, at(904)))).toBe('done');
}));

it('wrong passwords from elsewhere end no session that is open', () => withApp(async ({ officer, test }) => {
  for (let i = 0; i < 6; i++) await refusalOf(logIn(await new Browser(test).context(), { login: OFFICER.login, password: 'a wrong password' }));
  expect((await officer.context()).actor?.role).toBe('park-officer');
}));

it('a seed stands in no table, whole or in parts', () => withApp(async ({ secret, test }) => {
  const bytes = Buffer.from(Secret.fromBase32(secret).bytes);
  for (const [table, text] of await everyRow(test)) {
    for (const form of [secret, bytes.toString('hex'), bytes.toString('base64')]) expect(text.includes(form), table).toBe(false);
  }
}));

it('a sealed seed opens for its own account only, and not where it was changed', () => withApp(async ({ test }) => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
  const sealed = sealSeed(test.database, one, Buffer.alloc(20, 7));
  expect(Buffer.from(openSeed(test.database, one, sealed))).toEqual(Buffer.alloc(20, 7));
  expect(() => openSeed(test.database, other, sealed)).toThrow();
  for (let i = 0; i < sealed.length; i++) expect(() => openSeed(test.database, one, sealed.map((it, n) => (n === i ? it ^ 1 : it)))).toThrow();
}));

it('a new app ends the other sessions, and the one before is good until then', () => withApp(async ({ officer, half, app, test }) => {
  await prove(await half.context(), { code: code(app, 0) }, at(0));
  const { shown } = await beginTotp(await officer.context());
  const second = new TOTP({ secret: Secret.fromBase32(shown!.secret) });
  expect(await refusalOf(confirmTotp(await officer.context(), code(app, 60), at(60)))).toBe('wrong-code');
  await confirmTotp(await officer.context(), code(second, 60), at(60));
  expect((await officer.context()).actor).toBeDefined();
  expect((await half.context()).caller?.session).toBeUndefined();
  await logIn(await half.context(), { login: OFFICER.login, password: PASSWORD });
  expect(await refusalOf(prove(await half.context(), { code: code(app, 120) }, at(120)))).toBe('wrong-code');
  expect(await refusalOf(prove(await half.context(), { code: code(second, 120) }, at(120)))).toBe('done');
  expect((await test.database.query('select from totp where pending is not null')).rowCount).toBe(0);
}));

it('cleared factors end every session; the next log-in sets up new ones', () => withApp(async ({ officer, half, admin, test }) => {
  await clearFactors(await admin.context(), officer.account);
  expect((await officer.context()).caller?.session).toBeUndefined();
  await logIn(await half.context(), { login: OFFICER.login, password: PASSWORD });
  expect((await half.context()).caller?.session?.stage).toBe('enrol');
  const own = (await admin.context()).actor!.account;
  expect(await refusalOf(clearFactors(await admin.context(), own))).toBe('own-account');
  await transact(test.database, async (tx) => expect((await tx.query('select from totp')).rowCount).toBe(0));
}));
