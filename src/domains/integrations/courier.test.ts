import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { contextOf } from '../../../tests/context.ts';
import { type TestLedger, withLedger } from '../../../tests/database.ts';
import { joinRights } from '../../base/rights.ts';
import { write } from '../../base/write.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { Courier } from './courier.ts';
import { Outgoing } from './outgoing.ts';
import { integrationsRights } from './rights.ts';
import { RETRY_SECONDS } from './terms.ts';
import { CERTIFICATE, Receiver } from './test-receiver.ts';
import { endWebhook, makeWebhook, readMessages, readWebhooks, resumeWebhook, skipMessage } from './webhooks.ts';

let receiver: Receiver;
beforeEach(async () => {
  receiver = await Receiver.listen();
  vi.stubEnv('TANDEM_WEBHOOK_HOSTS', 'receiver.test,second.receiver.test');
  vi.stubEnv('TANDEM_WEBHOOK_PORTS', String(receiver.port));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await receiver.close();
});

/** A platform with somebody who manages webhooks, and a courier whom the test lets out to its own receiver alone. */
async function withCourier(work: (world: { test: TestLedger; context: () => LedgerContext; courier: Courier }) => Promise<void>): Promise<void> {
  await withLedger('taixing', async (test) => {
    const { rows: [account] } = await test.owner.query<{ id: string }>(
      "with p as (insert into person (name) values ('钱守正') returning id) insert into account (login, login_key, person_id, unit, post) select 'qian', 'qian', id, 'rencaiban', '' from p returning id",
    );
    const context = (): LedgerContext => contextOf(test, '2026-06-30', joinRights([integrationsRights]), { account: account!.id, unit: 'rencaiban', role: 'security-admin' });
    const outgoing = new Outgoing({ hosts: ['receiver.test', 'second.receiver.test'], ports: [receiver.port] }, { resolve: async () => [{ address: '127.0.0.1', family: 4 }], mayReach: (it) => it === '127.0.0.1', ca: CERTIFICATE });
    await work({ test, context, courier: new Courier(test.database, outgoing) });
  });
}

const make = (context: () => LedgerContext, topics: readonly string[], host = 'receiver.test') => makeWebhook(context(), { name: '大数据局', url: `https://${host}:${receiver.port}/in`, topics });
const act = (test: TestLedger, action: string, objectId: string): Promise<unknown> =>
  write(test.database, { id: crypto.randomUUID(), account: null, body: [action, objectId] }, async () => ({ answer: null, audit: [{ unit: 'rencaiban', action, objectKind: 'dossier', objectId, detail: { name: '张三丰', phone: '13900001234' } }] }));
const told = (): string[] => receiver.received.map((it) => (JSON.parse(it.body) as { data: { id: string } }).data.id);
const due = (test: TestLedger): Promise<unknown> => test.owner.query("update message set next_at = clock_timestamp() - interval '1 second' where delivered_at is null");

it('tells a receiver of each act that it wants, once, in order, signed, with ids and kinds alone', () => withCourier(async ({ test, context, courier }) => {
  const { secret } = await make(context, ['records:certify', 'records:return']);
  for (const [action, id] of [['records:certify', 'a'], ['records:seal', 'x'], ['records:return', 'b'], ['records:certify', 'c']] as const) await act(test, action, id);
  await courier.round();
  await courier.round();
  expect(told()).toEqual(['a', 'b', 'c']);
  const { headers, body } = receiver.received[0]!;
  expect(Object.keys(JSON.parse(body) as object)).toEqual(['type', 'timestamp', 'data']);
  expect(receiver.received.map((it) => it.body).join()).not.toMatch(/张三丰|13900001234|rencaiban/);
  // By hand, as the receiver's own library would: Standard Webhooks.
  const key = Buffer.from(secret!.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`).digest('base64');
  expect([key.length, headers['webhook-signature']]).toEqual([32, `v1,${signature}`]);
  expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(30);
  expect(new Set(receiver.received.map((it) => it.headers['webhook-id'])).size).toBe(3);
  expect(JSON.stringify((await test.owner.query('select * from webhook')).rows)).not.toContain(secret!.slice(6));
}));

it('an act that is rolled back is never told, and one that is told was kept', () => withCourier(async ({ test, context, courier }) => {
  await make(context, ['records:certify']);
  await expect(write(test.database, { id: crypto.randomUUID(), account: null, body: 'x' }, async (tx) => {
    await tx.query('select 1');
    return { answer: null, audit: [{ unit: null, action: 'records:certify', objectKind: 'dossier', objectId: 'kept' }, { unit: null, action: 'records:certify', objectKind: 'dossier', objectId: null as unknown as string }] };
  })).rejects.toThrow();
  await courier.round();
  expect([told(), (await test.owner.query('select from message')).rowCount]).toEqual([[], 0]);
}));

it('what fails holds up what stands behind it, is tried later each time, and is given up in the end until somebody resumes it', () => withCourier(async ({ test, context, courier }) => {
  const { id } = await make(context, ['records:certify']);
  await make(context, ['records:certify'], 'second.receiver.test');
  for (const one of ['a', 'b']) await act(test, 'records:certify', one);
  receiver.answer = (request, response) => void response.writeHead(request.headers.host?.startsWith('second') ? 204 : 500).end();
  const waits: number[] = [];
  for (let tries = 0; tries <= RETRY_SECONDS.length; tries++) {
    await courier.round();
    const { rows } = await test.owner.query<{ wait: number }>('select round(extract(epoch from next_at - clock_timestamp()))::int as wait from message where webhook_id = $1 order by seq limit 1', [id]);
    waits.push(rows[0]!.wait);
    await courier.round();
    await due(test);
  }
  expect(waits.slice(0, -1).every((it, n) => Math.abs(it - RETRY_SECONDS[n]!) <= 2)).toBe(true);
  const mine = (): string[] => receiver.received.filter((it) => !it.headers.host?.startsWith('second')).map((it) => (JSON.parse(it.body) as { data: { id: string } }).data.id);
  expect(mine()).toEqual(Array.from({ length: RETRY_SECONDS.length + 1 }, () => 'a'));
  expect(told().filter((it) => it === 'b')).toHaveLength(1);
  const state = async () => (await readWebhooks(context())).webhooks.find((it) => it.id === id)!;
  expect(await state()).toMatchObject({ state: 'paused', waiting: 2, lastError: 'status 500' });
  expect((await test.owner.query("select from audit where action = 'webhooks:give-up'")).rowCount).toBe(1);
  receiver.answer = 200;
  await courier.round();
  expect(mine()).toHaveLength(RETRY_SECONDS.length + 1);
  await resumeWebhook(context(), id);
  await courier.round();
  expect(mine().slice(-2)).toEqual(['a', 'b']);
  expect(await state()).toMatchObject({ state: 'delivering', waiting: 0, lastError: null });
}));

it('a receiver that is slow over a long queue holds up nobody else', () => withCourier(async ({ test, context, courier }) => {
  const QUEUE = 12;
  await make(context, ['records:certify']);
  for (let n = 1; n <= QUEUE; n++) await act(test, 'records:certify', String(n));
  receiver.answer = (request, response) => void setTimeout(request.headers.host?.startsWith('second') ? 0 : 400).then(() => response.writeHead(200).end());
  courier.begin();
  try {
    await vi.waitUntil(() => receiver.received.length > 0, { timeout: 30_000 });
    await make(context, ['records:return'], 'second.receiver.test');
    await act(test, 'records:return', 'quick');
    await vi.waitUntil(() => told().includes('quick'), { timeout: 60_000 });
    expect(told().length).toBeLessThan(QUEUE);
    await vi.waitUntil(() => receiver.received.length === QUEUE + 1, { timeout: 60_000 });
  } finally {
    await courier.stop();
  }
  expect(told().filter((it) => it !== 'quick')).toEqual(Array.from({ length: QUEUE }, (_, n) => String(n + 1)));
}), 120_000);

it('one message that its receiver never takes is skipped by hand, and nothing but it', () => withCourier(async ({ test, context, courier }) => {
  const { id } = await make(context, ['records:certify']);
  for (const one of ['poison', 'b']) await act(test, 'records:certify', one);
  receiver.answer = 400;
  await courier.round();
  const [first, second] = await readMessages(context(), id);
  expect([first!.object.id, first!.lastError, second!.attempts]).toEqual(['poison', 'status 400', 0]);
  await expect(skipMessage(context(), id, second!.id)).rejects.toMatchObject({ code: 'stale' });
  await skipMessage(context(), id, first!.id);
  receiver.answer = 200;
  await courier.round();
  expect((await readMessages(context(), id)).map((it) => [it.object.id, it.state])).toEqual([['b', 'delivered'], ['poison', 'skipped']]);
  await endWebhook(context(), id);
  await act(test, 'records:certify', 'late');
  expect((await test.owner.query("select from message where object_id = 'late'")).rowCount).toBe(0);
}));

it('a process that died after the answer delivers again under the same id; two processes never deliver at once', () => withCourier(async ({ test, context, courier }) => {
  await make(context, ['records:certify']);
  await act(test, 'records:certify', 'a');
  await Promise.all([courier.round(), courier.round(), courier.round()]);
  expect(told()).toEqual(['a']);
  await test.owner.query("update message set delivered_at = null; update webhook set leased_until = clock_timestamp() + interval '20 seconds'");
  await courier.round();
  expect(told()).toEqual(['a']);
  await test.owner.query("update webhook set leased_until = clock_timestamp() - interval '1 second'");
  await courier.round();
  expect(told()).toEqual(['a', 'a']);
  expect(new Set(receiver.received.map((it) => it.headers['webhook-id'])).size).toBe(1);
}));

it('a host that the operator took from the list gets nothing more; a webhook to it is not made', () => withCourier(async ({ test, context }) => {
  await make(context, ['records:certify']);
  await act(test, 'records:certify', 'a');
  await new Courier(test.database, new Outgoing({ hosts: [], ports: [443] })).round();
  expect((await test.owner.query('select last_error from message')).rows).toEqual([{ last_error: 'foreign-target' }]);
  vi.stubEnv('TANDEM_WEBHOOK_HOSTS', '');
  await expect(make(context, ['records:certify'])).rejects.toMatchObject({ code: 'foreign-target' });
  expect(receiver.connections).toBe(0);
}));
