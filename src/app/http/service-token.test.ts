import type { FastifyInstance, InjectOptions } from 'fastify';
import { expect, it } from 'vitest';
import { type TestLedger, withLedger } from '../../../tests/database.ts';
import { employed, platformOf, serverOf } from '../../../tests/platform.ts';
import { transact } from '../../base/transaction.ts';
import { endGrant, insertGrant } from '../../domains/accounts/grant-store.ts';
import { makeActivationCode } from '../../domains/accounts/activation.ts';
import { hashPassword } from '../../domains/accounts/password.ts';
import { keepPassword } from '../../domains/accounts/password-store.ts';
import { disableAccount } from '../../domains/accounts/store.ts';
import { beginSession } from '../../domains/accounts/sessions.ts';
import type { Role } from '../../domains/accounts/terms.ts';
import { addDays, dayAt } from '../../kernel/day.ts';

interface World {
  readonly test: TestLedger;
  readonly app: FastifyInstance;
  /** The account of the other system. */
  readonly account: string;
  /** Another one who may grant. */
  readonly officer: string;
  /** A session of the other system's account, as one might be left from before it had the role. */
  readonly leftover: string;
  ask(options: InjectOptions & { token?: string; as?: 'security' }): Promise<{ status: number; body: Record<string, unknown> }>;
  make(rights: readonly string[], days?: number): Promise<{ status: number; body: { id: string; token: string; code?: string } }>;
}

async function withWorld(work: (world: World) => Promise<void>): Promise<void> {
  await withLedger('taixing', async (test) => {
    const app = await serverOf(platformOf(test, '2026-06-30'));
    const employ = (login: string, role: Role) => transact(test.database, async (tx) => {
      const id = await employed(tx, { login, role });
      return { id, session: await beginSession(tx, id, { proved: true }) };
    });
    const security = await employ('qian', 'security-admin');
    await test.owner.query("insert into totp (account_id, seed) values ($1, '\\x00')", [security.id]);
    const { id: account, session: leftover } = await employ('bigdata', 'integration');
    const ask: World['ask'] = async ({ token, as, ...options }) => {
      const headers = { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(as && { cookie: `tandem_session=${security.session}` }), ...options.headers };
      const answer = await app.inject({ ...options, headers });
      return { status: answer.statusCode, body: answer.body.startsWith('{') ? answer.json() : {} };
    };
    const make: World['make'] = async (rights, days = 30) =>
      (await ask({ as: 'security', method: 'POST', url: '/api/v1/integrations/tokens', payload: { account, name: '大数据局', rights, expiresOn: addDays(dayAt(new Date()), days) } })) as never;
    try {
      await work({ test, app, account, officer: security.id, leftover, ask, make });
    } finally {
      await app.close();
    }
  });
}

it('a token may what its role may and it was given, and no more, on the plain surface alone', () => withWorld(async ({ test, ask, make, account }) => {
  const { body: { token, id } } = await make(['figures:read']);
  expect(token).toMatch(/^tandem_[\w-]{43}$/);
  expect(JSON.stringify((await test.owner.query('select * from service_token')).rows)).not.toContain(token);
  expect((await ask({ token, url: '/api/v1/board?year=2026' })).status).toBe(200);
  expect((await ask({ token, url: '/api/v1/registers/project' })).body['code']).toBe('forbidden');
  expect((await ask({ token, url: '/api/v1/awards?year=2026' })).status).toBe(403);
  const session = await ask({ token, url: '/api/v1/session' });
  expect([(session.body['account'] as { id: string }).id, session.body['rights']]).toEqual([account, ['figures:read']]);
  expect((await ask({ token, method: 'POST', url: '/rpc/board/board', payload: {} })).status).toBe(401);
  expect((await ask({ url: '/api/v1/board?year=2026', headers: { cookie: `tandem_session=${token}` } })).status).toBe(401);
  expect((await ask({ token, url: '/api/v1/me' })).status).toBe(403);
  expect((await ask({ token, url: '/api/v1/integrations/tokens' })).status).toBe(403);
  const { rows } = await test.owner.query<{ used: boolean; action: string; who: string }>("select used_on = current_date as used, a.action, a.detail ->> 'for' as who from service_token t join audit a on a.object_id = t.id::text where t.id = $1", [id]);
  expect(rows).toEqual([{ used: true, action: 'tokens:make', who: account }]);
}));

it('whoever shows a token that is not good is nobody, also with a good cookie beside it', () => withWorld(async ({ ask, make }) => {
  const { body: { token } } = await make(['figures:read']);
  for (const bad of ['', 'x', token.slice(0, -1), `${token}x`, token.toUpperCase(), `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, ` ${token}`, `${token},${token}`]) {
    expect((await ask({ token: bad, as: 'security', url: '/api/v1/grants' })).status, bad).toBe(401);
  }
  for (const scheme of ['Basic', 'Token', '']) expect((await ask({ url: '/api/v1/board?year=2026', headers: { authorization: `${scheme} ${token}` } })).status).toBe(401);
}));

it('a token narrows who has a cookie too: the cookie beside it gives nothing', () => withWorld(async ({ ask, make }) => {
  const { body: { token } } = await make(['figures:read']);
  expect((await ask({ token, as: 'security', url: '/api/v1/grants' })).status).toBe(403);
}));

it.each<[string, (world: World, id: string) => Promise<unknown>]>([
  ['revoked', async ({ ask }, id) => expect((await ask({ as: 'security', method: 'POST', url: `/api/v1/integrations/tokens/${id}/revoke`, payload: {} })).status).toBe(200)],
  ['over', ({ test }, id) => test.owner.query("update service_token set made_at = made_at - interval '31 days', expires_on = current_date - 1 where id = $1", [id])],
  ['of a disabled account', ({ test, account }) => transact(test.database, (tx) => disableAccount(tx, account))],
  ['of an account without the role', ({ test, account, officer }) => transact(test.database, (tx) => endGrant(tx, account, officer))],
  ['of an account with another role', ({ test, account, officer }) => transact(test.database, async (tx) => {
    await endGrant(tx, account, officer);
    await insertGrant(tx, account, { role: 'city-leader', unit: 'rencaiban', also: [], document: '' }, officer);
  })],
])('a token that is %s is nobody at the next request', (_, end) => withWorld(async (world) => {
  const { body: { token, id } } = await world.make(['figures:read']);
  expect((await world.ask({ token, url: '/api/v1/board?year=2026' })).status).toBe(200);
  await end(world, id);
  expect((await world.ask({ token, url: '/api/v1/board?year=2026' })).status).toBe(401);
}));

it('a token is good for a year at most, for an account of the role alone, with rights of the role alone', () => withWorld(async ({ make, ask, officer }) => {
  expect((await make(['figures:read'], 365)).status).toBe(200);
  expect((await make(['figures:read'], 0)).status).toBe(200);
  expect((await make(['figures:read'], 366)).body.code).toBe('bad-expiry');
  expect((await make(['figures:read'], -1)).body.code).toBe('bad-expiry');
  for (const right of ['grants:make', 'records:write', 'records:read-sealed', 'nonsense', '__proto__']) expect((await make([right])).body.code, right).toBe('foreign-right');
  expect((await ask({ as: 'security', method: 'POST', url: '/api/v1/integrations/tokens', payload: { account: officer, name: 'x', rights: ['figures:read'], expiresOn: dayAt(new Date()) } })).body['code']).toBe('not-found');
}));

it('an account of the role gets in by nothing but a token: no session, password or code', () => withWorld(async ({ test, account, officer, leftover, ask }) => {
  const password = '银杏树下-Tingyu-7夜同行';
  const hash = await hashPassword(password);
  const code = await transact(test.database, async (tx) => {
    await keepPassword(tx, account, hash);
    return makeActivationCode(tx, account, officer);
  });
  const logIn = () => ask({ method: 'POST', url: '/api/v1/session/login', payload: { login: 'bigdata', password } });
  const activate = () => ask({ method: 'POST', url: '/api/v1/session/activate', payload: { login: 'bigdata', code, password: `${password}新` } });
  expect((await ask({ url: '/api/v1/board?year=2026', headers: { cookie: `tandem_session=${leftover}` } })).status).toBe(401);
  expect((await logIn()).body['code']).toBe('wrong-login');
  expect((await activate()).body['code']).toBe('wrong-code');
  // Control: it was the role that kept it out.
  await transact(test.database, (tx) => endGrant(tx, account, officer));
  expect((await logIn()).status).toBe(200);
  expect((await activate()).status).toBe(200);
}));
