import { traverseContractProcedures } from '@orpc/server';
import { expect, it } from 'vitest';
import { type TestLedger, withLedger } from '../../../tests/database.ts';
import { employed, platformOf, serverOf } from '../../../tests/platform.ts';
import type { Stage } from '../../base/context.ts';
import type { EndpointMeta } from '../../base/endpoint.ts';
import { transact } from '../../base/transaction.ts';
import { beginSession } from '../../domains/accounts/sessions.ts';
import { COOKIE, type Role } from '../../domains/accounts/terms.ts';
import { contract } from '../contract.ts';

/** Where a log-in that is under way may go, by hand: a new route is not among them. */
const REACHED: Record<Exclude<Stage, 'full'>, readonly string[]> = {
  factor: ['accounts.logout', 'accounts.prove'],
  password: ['accounts.logout', 'accounts.changePassword'],
  enrol: ['accounts.logout', 'accounts.beginTotp', 'accounts.confirmTotp', 'accounts.newPasskeyOptions', 'accounts.addPasskey'],
};
/** What asks for the second factor again, by hand: what cannot be taken back, and who may do what. */
const STEP_UP = ['board.freeze', 'board.mergeUnits', 'decisions.approve', 'persons.erase', ...['beginTotp', 'confirmTotp', 'addPasskey', 'removePasskey', 'renewCode', 'reopen', 'disable', 'grant', 'takeRole', 'clearFactors', 'chooseProfile'].map((it) => `accounts.${it}`)];
const FILES = [['POST', '/api/v1/imports/files'], ['GET', '/api/v1/imports/00000000-0000-4000-8000-000000000000/refused.xlsx'], ['POST', '/api/v1/dossiers/00000000-0000-4000-8000-000000000000/evidence'], ['GET', '/api/v1/evidence/00000000-0000-4000-8000-000000000000']] as const;

interface Endpoint extends EndpointMeta {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

const endpoints: Endpoint[] = [];
traverseContractProcedures({ router: contract, path: [] }, ({ contract: one, path }) => {
  const { meta, route } = one['~orpc'];
  endpoints.push({ ...(meta as EndpointMeta), name: path.join('.'), method: route.method as 'GET', path: route.path! });
});

type Ask = (method: 'GET' | 'POST', url: string) => Promise<{ status: number; code: unknown }>;

/** A server, and somebody whose session is at a stage. */
async function withSession(stage: Stage, role: Role, work: (ask: Ask, test: TestLedger) => Promise<void>, proved = stage !== 'factor' && stage !== 'enrol'): Promise<void> {
  await withLedger('taixing', async (test) => {
    const app = await serverOf(platformOf(test, '2026-03-05'));
    const token = await transact(test.database, async (tx) => {
      const account = await employed(tx, { login: 'somebody', name: '李娜', role });
      if (stage === 'password') await tx.query("update account set password_at = now() - interval '91 days'");
      if (stage === 'factor') await tx.query("insert into passkey (id, account_id, public_key, counter, name) values ('AAAA', $1, '', 0, '')", [account]);
      return beginSession(tx, account, { proved });
    });
    const ask: Ask = async (method, url) => {
      const answer = await app.inject({ method, url, headers: { cookie: `${COOKIE}=${token}`, ...(method === 'POST' && { 'content-type': 'application/json' }) }, ...(method === 'POST' && { payload: '{}' }) });
      const body = JSON.parse(answer.body || '{}') as { code?: string; json?: { data?: { code?: string } } };
      return { status: answer.statusCode, code: body.json?.data?.code ?? body.code };
    };
    await work(ask, test).finally(() => app.close());
  });
}

const filled = (path: string): string => path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');

it.each(['factor', 'password', 'enrol'] as const)('a session at the stage “%s” reaches no route but those that end it, by either surface', (stage) => withSession(stage, 'talent-office', async (ask, test) => {
  const before = await test.owner.query('select count(*) from audit');
  for (const it of endpoints.filter((one) => one.right !== 'public' && !REACHED[stage].includes(one.name))) {
    for (const url of [`/api/v1${filled(it.path)}`, `/rpc/${it.name.replace('.', '/')}`]) expect({ url, ...(await ask(url.startsWith('/rpc') ? 'POST' : it.method, url)) }).toEqual({ url, status: 401, code: 'half-signed-in' });
  }
  for (const [method, url] of FILES) expect((await ask(method, url)).status, url).toBe(401);
  expect(await test.owner.query('select count(*) from audit')).toMatchObject({ rows: before.rows });
  for (const it of endpoints.filter((one) => REACHED[stage].includes(one.name) && one.name !== 'accounts.logout')) expect((await ask(it.method, `/api/v1${filled(it.path)}`)).code, it.name).not.toBe('half-signed-in');
}), 60_000);

it('what takes sessions under way says so of itself, and nothing else does', () => {
  const open = endpoints.filter((it) => it.right === 'half-signed-in').map((it) => [it.name, it.stages?.filter((one) => one !== 'full')]);
  expect(open.sort()).toEqual([...new Set(Object.values(REACHED).flat())].sort().map((name) => [name, (Object.keys(REACHED) as (keyof typeof REACHED)[]).filter((stage) => REACHED[stage].includes(name))]));
});

it.each(['system-admin', 'security-admin', 'talent-office'] as const)('sensitive acts of %s ask for the second factor again after five minutes', (role) => withSession('full', role, async (ask, test) => {
  const asked = endpoints.filter((it) => it.stepUp);
  expect(asked.map((it) => it.name)).toEqual(expect.arrayContaining(STEP_UP));
  const answers = async (): Promise<unknown[]> => Promise.all(asked.map(async (it) => (await ask(it.method, `/api/v1${filled(it.path)}`)).code));
  expect(await answers()).not.toContain('step-up');
  await test.owner.query("update session set proved_at = now() - interval '299 seconds'");
  expect(await answers()).not.toContain('step-up');
  await test.owner.query("update session set proved_at = now() - interval '300 seconds'");
  const late = await answers();
  expect(late).toContain('step-up');
  expect(late.every((it) => it === 'step-up' || it === 'forbidden')).toBe(true);
}));
