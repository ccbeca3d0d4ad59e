import { expect, it } from 'vitest';
import { makeChallenge } from './challenges.ts';
import { Browser, employ, PASSWORD, refusalOf, withAdmin } from './fixture.ts';
import { logIn } from './log-in.ts';
import { clearFactors, removePasskey } from './own-factors.ts';
import { addPasskey, enrolOptions, signInByPasskey, signInOptions } from './passkeys.ts';
import { prove } from './second-factor.ts';
import { SoftwareAuthenticator, type Wrongs } from './software-authenticator.ts';

const ORIGIN = 'http://localhost:3000';
const OFFICER = { login: 'li.na', name: '李娜', unit: 'jingkaiqu', role: 'park-officer' } as const;

/** An officer with a passkey, signed in. */
function withPasskey(work: (given: { officer: Browser & { account: string }; key: SoftwareAuthenticator; admin: Browser; test: Browser['test'] }) => Promise<void>): Promise<void> {
  return withAdmin(async (test, admin) => {
    const officer = await employ(test, admin, OFFICER);
    const key = new SoftwareAuthenticator(ORIGIN);
    const { challenge } = await enrolOptions(await officer.context());
    await addPasskey(await officer.context(), { name: '办公室电脑', passkey: key.make(challenge) });
    await work({ officer, key, admin, test });
  });
}

async function signIn(browser: Browser, key: SoftwareAuthenticator, wrongs: Wrongs = {}): Promise<string> {
  const { challenge } = await signInOptions(await browser.context());
  return refusalOf(signInByPasskey(await browser.context(), key.use(challenge, wrongs)));
}

it('signs in by itself in full, also while the password waits', () => withPasskey(async ({ key, test }) => {
  for (let i = 0; i < 5; i++) await refusalOf(logIn(await new Browser(test).context(), { login: OFFICER.login, password: 'a wrong password' }));
  expect(await refusalOf(logIn(await new Browser(test).context(), { login: OFFICER.login, password: PASSWORD }))).toBe('too-many');
  const browser = new Browser(test);
  expect(await signIn(browser, key)).toBe('done');
  const { actor, caller } = await browser.context();
  expect([actor?.role, caller?.session?.proved]).toEqual(['park-officer', true]);
}));

it.each<[string, Wrongs]>([
  ['did not verify its user', { unverified: true }], ['is of another origin', { origin: 'https://evil.example' }], ['is of another host', { rpId: 'evil.example' }],
  ['answers a challenge of its own', { challenge: Buffer.alloc(62, 1).toString('base64url') }], ['has a wrong signature', { signature: Buffer.alloc(70, 1).toString('base64url') }],
])('a passkey that %s signs nobody in', (_, wrongs) => withPasskey(async ({ key, test }) => {
  const browser = new Browser(test);
  expect(await signIn(browser, key, wrongs)).toBe('wrong-passkey');
  expect(browser.token).toBeUndefined();
  expect(await signIn(browser, key)).toBe('done');
}));

it.each(['counts', 'does not count'])('an answer of a passkey that %s is good once, also at once, and for five minutes', (how) => withPasskey(async ({ key, test }) => {
  key.counts = how === 'counts';
  const { challenge } = await signInOptions(await new Browser(test).context());
  const answer = key.use(challenge);
  const all = await Promise.all(Array.from({ length: 20 }, async () => refusalOf(signInByPasskey(await new Browser(test).context(), answer))));
  expect(all.filter((it) => it === 'done')).toHaveLength(1);
  const old = await signInOptions(await new Browser(test).context(), new Date(Date.now() - 301_000));
  expect(await refusalOf(signInByPasskey(await new Browser(test).context(), key.use(old.challenge)))).toBe('wrong-passkey');
}));

it('a copy of a passkey whose counter runs behind is found', () => withPasskey(async ({ key, test }) => {
  expect(await signIn(new Browser(test), key)).toBe('done');
  expect(await signIn(new Browser(test), key)).toBe('done');
  key.counter = 0;
  expect(await signIn(new Browser(test), key)).toBe('wrong-passkey');
}));

it('a challenge for one purpose or account is none for another', () => withPasskey(async ({ officer, admin, test }) => {
  const stranger = new SoftwareAuthenticator(ORIGIN);
  const mine = await enrolOptions(await officer.context());
  expect(await refusalOf(addPasskey(await admin.context(), { name: 'x', passkey: stranger.make(mine.challenge) }))).toBe('wrong-passkey');
  const login = await signInOptions(await officer.context());
  expect(await refusalOf(addPasskey(await officer.context(), { name: 'x', passkey: stranger.make(login.challenge) }))).toBe('wrong-passkey');
  expect(await refusalOf(addPasskey(await officer.context(), { name: 'x', passkey: stranger.make(mine.challenge, { unverified: true }) }))).toBe('wrong-passkey');
  expect((await test.database.query('select from passkey')).rowCount).toBe(1);
}));

it('is proof for its own account only', () => withPasskey(async ({ officer, admin, key }) => {
  const { challenge } = await signInOptions(await admin.context());
  expect(await refusalOf(prove(await admin.context(), { passkey: key.use(challenge) }))).toBe('wrong-passkey');
  const next = await signInOptions(await officer.context());
  const before = officer.token;
  await prove(await officer.context(), { passkey: key.use(next.challenge) });
  expect(officer.token).not.toBe(before);
}));

it('signs nobody in to a disabled account, and none once it was cleared', () => withPasskey(async ({ officer, admin, key, test }) => {
  await test.database.query('update account set disabled_at = now() where id = $1', [officer.account]);
  expect(await signIn(new Browser(test), key)).toBe('wrong-passkey');
  await test.database.query('update account set disabled_at = null where id = $1', [officer.account]);
  expect(await signIn(new Browser(test), key)).toBe('done');
  await clearFactors(await admin.context(), officer.account);
  expect(await signIn(new Browser(test), key)).toBe('wrong-passkey');
}));

it('the last factor stays', () => withPasskey(async ({ officer, key }) => {
  expect(await refusalOf(removePasskey(await officer.context(), key.id))).toBe('last-factor');
  const second = new SoftwareAuthenticator(ORIGIN);
  await addPasskey(await officer.context(), { name: '手机', passkey: second.make((await enrolOptions(await officer.context())).challenge) });
  expect(await refusalOf(removePasskey(await officer.context(), key.id))).toBe('done');
  expect(await refusalOf(removePasskey(await officer.context(), key.id))).toBe('not-found');
}));

it('is refused where nobody knows the address of the platform', () => withPasskey(async ({ officer, key }) => {
  const context = await officer.context();
  expect(await refusalOf(signInByPasskey({ ...context, caller: { ...context.caller!, origin: undefined } }, key.use('AAAA')))).toBe('no-passkeys');
  expect(makeChallenge(context.database, 'sign-in', new Date())).toHaveLength(62);
}));
