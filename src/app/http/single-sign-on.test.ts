import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type TestLedger, withLedger } from '../../../tests/database.ts';
import { employed, platformOf, serverOf } from '../../../tests/platform.ts';
import { transact } from '../../base/transaction.ts';
import { makeActivationCode } from '../../domains/accounts/activation.ts';
import { hashPassword } from '../../domains/accounts/password.ts';
import { keepPassword } from '../../domains/accounts/password-store.ts';
import { beginSession } from '../../domains/accounts/sessions.ts';
import { ownPath } from '../../domains/accounts/sign-on.ts';
import { SingleSignOn } from '../../domains/accounts/single-sign-on.ts';
import { disableAccount } from '../../domains/accounts/store.ts';
import type { Role } from '../../domains/accounts/terms.ts';
import { singleSignOnOfEnvironment } from './single-sign-on.ts';
import { CLIENT, type Forgery, TestProvider } from './test-provider.ts';

const ORIGIN = 'http://localhost:8080';
const PASSWORD = '银杏树下-Tingyu-7夜同行';
beforeEach(() => void vi.stubEnv('TANDEM_ORIGIN', ORIGIN));
afterEach(() => void vi.unstubAllEnvs());

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | undefined;
  /** Cookies that it sets; blank where it clears one. */
  readonly cookies: Record<string, string>;
}

interface World {
  readonly test: TestLedger;
  readonly provider: TestProvider;
  /** The account that `person-1` may log in to, and its activation code from before. */
  readonly account: string;
  readonly code: string;
  get(url: string, cookies?: Record<string, string>): Promise<Answer>;
  post(path: string, body: object, as?: 'admin'): Promise<{ status: number; body: Record<string, unknown> }>;
  /** To the provider and back: where the browser comes back to, and with what. */
  there(to?: string): Promise<{ url: string; cookies: Record<string, string> }>;
}

async function withWorld(work: (world: World) => Promise<void>): Promise<void> {
  const provider = await TestProvider.start(`${ORIGIN}/sso/callback`);
  let app: FastifyInstance | undefined;
  try {
    await withLedger('taixing', async (test) => {
      const singleSignOn = new SingleSignOn({ issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret }, { fetch: provider.fetch, plainHttp: true });
      const server = (app = await serverOf(platformOf(test, '2026-06-30'), { singleSignOn }));
      const employ = (login: string, role: Role) => transact(test.database, async (tx) => {
        const id = await employed(tx, { login, role });
        return { id, session: await beginSession(tx, id, { proved: true }) };
      });
      const admin = await employ('zhou', 'system-admin');
      await test.owner.query("insert into totp (account_id, seed) values ($1, '\\x00')", [admin.id]);
      const { id: account } = await employ('officer', 'talent-office');
      const hash = await hashPassword(PASSWORD);
      const code = await transact(test.database, async (tx) => {
        await keepPassword(tx, account, hash);
        return makeActivationCode(tx, account, admin.id);
      });
      const get: World['get'] = async (url, cookies = {}) => {
        const answer = await server.inject({ url, headers: { host: 'localhost:8080', cookie: Object.entries(cookies).map(([name, value]) => `${name}=${value}`).join('; ') } });
        return { status: answer.statusCode, text: answer.body, location: answer.headers.location as string | undefined, cookies: Object.fromEntries(answer.cookies.map((it) => [it.name, it.value])) };
      };
      const post: World['post'] = async (path, payload, as) => {
        const answer = await server.inject({ method: 'POST', url: `/api/v1${path}`, payload, headers: as ? { cookie: `tandem_session=${admin.session}` } : {} });
        return { status: answer.statusCode, body: answer.json() };
      };
      const there: World['there'] = async (to) => {
        const begun = await get(`/sso/login${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`);
        const back = await provider.walk(begun.location!);
        return { url: `${back.pathname}${back.search}`, cookies: begun.cookies };
      };
      expect((await post(`/accounts/${account}/single-sign-on`, { subject: 'person-1' }, 'admin')).status).toBe(200);
      await work({ test, provider, account, code, get, post, there });
    });
  } finally {
    await app?.close();
    await provider.stop();
  }
}

const session = async ({ get }: World, cookies: Record<string, string>) => JSON.parse((await get('/api/v1/session', cookies)).text) as { account: { id: string } | null; stage: string | null };
const accounts = async ({ test }: World) => (await test.owner.query("select to_jsonb(a) - 'used_at' as row from account a order by id")).rows;

it('a linked person logs in, comes to where they wanted, and no account is made or changed by it', () => withWorld(async (world) => {
  const before = await accounts(world);
  const { url, cookies } = await world.there('/board?year=2026');
  const answer = await world.get(url, cookies);
  expect([answer.status, answer.text.includes('content="0;url=/board?year=2026"'), answer.cookies['tandem_sso']]).toEqual([200, true, '']);
  // The provider asked for no second factor: ours is still to come.
  expect(await session(world, answer.cookies)).toMatchObject({ account: null, stage: 'enrol' });
  expect(await accounts(world)).toEqual(before);
  expect((await world.test.owner.query("select detail from audit where action = 'sessions:begin'")).rows).toEqual([{ detail: { by: 'single-sign-on', secondFactor: false } }]);
  expect((await world.get('/sso/logout')).location).toMatch(new RegExp(`^${world.provider.issuer}/session/end\\?.*post_logout_redirect_uri=${encodeURIComponent(`${ORIGIN}/login`)}`));
}));

it('where the provider says that it asked for a second factor, the session is whole; an own second factor is asked for otherwise', () => withWorld(async (world) => {
  world.provider.methods = ['pwd', 'mfa'];
  const first = await world.there();
  const answer = await world.get(first.url, first.cookies);
  expect((await session(world, answer.cookies)).account?.id).toBe(world.account);
  world.provider.methods = ['pwd'];
  await world.test.owner.query("insert into totp (account_id, seed) values ($1, '\\x00')", [world.account]);
  const second = await world.there();
  expect(await session(world, (await world.get(second.url, second.cookies)).cookies)).toMatchObject({ account: null, stage: 'factor' });
}));

const forgeries: [string, Forgery, boolean][] = [
  ['only signed again (control)', {}, true],
  ['of another nonce', { claims: { nonce: 'another' } }, false],
  ['without a nonce', { claims: { nonce: undefined } }, false],
  ['of another issuer', { claims: { iss: 'https://other.example' } }, false],
  ['of another client', { claims: { aud: 'another' } }, false],
  ['for several clients', { claims: { aud: [CLIENT.id, 'another'], azp: 'another' } }, false],
  ['that is over', { claims: { exp: Math.floor(Date.now() / 1000) - 3600 } }, false],
  ['of somebody else, without a signature', { claims: { sub: 'person-1' }, alg: 'none' }, false],
  ['signed with the secret of the client', { alg: 'HS256' }, false],
  ['signed by another key', { alg: 'another key' }, false],
];
it.each(forgeries)('a token %s', (_, forgery, good) => withWorld(async (world) => {
  world.provider.forgery = forgery;
  const { url, cookies } = await world.there();
  const answer = await world.get(url, cookies);
  expect([answer.status, answer.cookies['tandem_session'] !== undefined]).toEqual(good ? [200, true] : [422, false]);
}));

it('what comes back with another state, from another issuer, in another browser or a second time leads nowhere', () => withWorld(async (world) => {
  const refused = async (url: string, cookies: Record<string, string>): Promise<void> => {
    const answer = await world.get(url, cookies);
    expect([answer.status, answer.cookies['tandem_session'], answer.text.includes('回到登录页')]).toEqual([422, undefined, true]);
  };
  const one = await world.there();
  const other = await world.there();
  await refused(one.url.replace(/state=[^&]+/, 'state=another'), one.cookies);
  await refused(one.url.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://other.example')}`), one.cookies);
  await refused(one.url, {});
  await refused(one.url, other.cookies);
  await refused(one.url, { tandem_sso: `${one.cookies['tandem_sso']!.slice(0, -2)}AA` });
  await refused('/sso/callback', one.cookies);
  await refused(one.url.replace(/code=[^&]+/, 'error=access_denied'), other.cookies);
  const fresh = await world.there();
  expect((await world.get(fresh.url, fresh.cookies)).status).toBe(200);
  await refused(fresh.url, fresh.cookies);
  // Also where the provider takes the code again.
  world.provider.careless = true;
  const careless = await world.there();
  expect((await world.get(careless.url, careless.cookies)).status).toBe(200);
  await refused(careless.url, careless.cookies);
}));

it('somebody whom no account is linked to, or whose account was disabled, is told whom to ask, and gets nothing', () => withWorld(async (world) => {
  world.provider.subject = 'stranger-<b>';
  const before = await accounts(world);
  const stranger = await world.there();
  const answer = await world.get(stranger.url, stranger.cookies);
  expect([answer.status, answer.text.includes('stranger-&#60;b&#62;'), answer.cookies['tandem_session']]).toEqual([422, true, undefined]);
  expect(JSON.stringify((await world.test.owner.query('select * from audit')).rows)).not.toContain('stranger');
  expect(await accounts(world)).toEqual(before);
  world.provider.subject = 'person-1';
  await transact(world.test.database, (tx) => disableAccount(tx, world.account));
  const closed = await world.there();
  expect((await world.get(closed.url, closed.cookies)).status).toBe(422);
}));

it('a linked account has no password, gets none, and the person is linked to one account alone', () => withWorld(async (world) => {
  const { account, code } = world;
  const log = (password: string) => world.post('/session/login', { login: 'officer', password });
  expect((await log(PASSWORD)).body['code']).toBe('wrong-login');
  expect((await world.post('/session/activate', { login: 'officer', code, password: PASSWORD })).body['code']).toBe('wrong-code');
  expect((await world.post(`/accounts/${account}/code`, {}, 'admin')).body['code']).toBe('single-sign-on');
  expect((await world.post(`/accounts/${account}/single-sign-on`, { subject: 'person-2' }, 'admin')).body['code']).toBe('linked');
  const { body } = await world.post(`/accounts/${account}/single-sign-on/end`, {}, 'admin');
  const { url, cookies } = await world.there();
  expect((await world.get(url, cookies)).status).toBe(422);
  expect((await world.post('/session/activate', { login: 'officer', code: body['code'], password: `${PASSWORD}新` })).status).toBe(200);
  expect((await log(`${PASSWORD}新`)).status).toBe(200);
}));

it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', '/%0d%0aLocation: x', '\\\\evil.example', '/.//evil.example', '/..//evil.example', 'javascript:alert(1)', '/login?from=x', '/sso/logout'])('%s is not where anybody is led', (to) => {
  expect(new URL(ownPath(to), ORIGIN).origin).toBe(ORIGIN);
  expect(ownPath(to)).toMatch(/^\/(?![/\\])(?!login|sso)/);
});

it('the environment names a provider whole, by https and with the own address, or none', () => {
  const all = { TANDEM_OIDC_ISSUER: 'https://id.example', TANDEM_OIDC_CLIENT_ID: 'a', TANDEM_OIDC_CLIENT_SECRET: 'b', TANDEM_ORIGIN: ORIGIN };
  expect([singleSignOnOfEnvironment({}), singleSignOnOfEnvironment(all)?.issuer]).toEqual([undefined, 'https://id.example']);
  for (const key of Object.keys(all)) expect(() => singleSignOnOfEnvironment({ ...all, [key]: '' }), key).toThrow(expect.objectContaining({ code: 'usage' }));
  expect(() => singleSignOnOfEnvironment({ ...all, TANDEM_OIDC_ISSUER: 'http://id.example' })).toThrow(expect.objectContaining({ code: 'usage' }));
});
