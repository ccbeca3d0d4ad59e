import type { AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { type TestLedger, withLedger } from '../../../tests/database.ts';
import { platformOf, serverOf } from '../../../tests/platform.ts';
import { audit } from '../../base/audit.ts';
import { transact } from '../../base/transaction.ts';
import { trustedProxies } from './proxy.ts';

type Get = (path: string, headers?: Record<string, string>) => Promise<{ status: number; text: string }>;

/** A server of a city's database, asked over the loopback. */
async function served(work: (get: Get, test: TestLedger) => Promise<void>): Promise<void> {
  await withLedger('taixing', async (test) => {
    const app = await serverOf(platformOf(test, '2026-03-05'));
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    try {
      await work(async (path, headers = {}) => {
        const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
        return { status: response.status, text: await response.text() };
      }, test);
    } finally {
      await app.close();
    }
  });
}

it('says that it is well and ready, and what is not where it is not', async () => {
  await served(async (get, { database, owner }) => {
    expect(await get('/healthz')).toEqual({ status: 200, text: '{"ok":true}' });
    expect(JSON.parse((await get('/readyz')).text)).toEqual({ ready: true, database: true, migrated: true, derivation: { running: false, done: 0, total: 0 }, audit: { late: false, lagSeconds: 0 } });
    await transact(database, (tx) => audit(tx, [{ account: null, unit: null, action: 'test:act', objectKind: 'test', objectId: '1', request: crypto.randomUUID() }]));
    await owner.query("update audit set at = at - interval '16 minutes'");
    expect(await get('/readyz')).toMatchObject({ status: 503, text: expect.stringContaining('"late":true') as string });
    await owner.query('delete from audit');
    expect((await get('/readyz')).status).toBe(200);
    await owner.query("insert into migration (name, hash) values ('9999_later.sql', '')");
    expect(await get('/readyz')).toMatchObject({ status: 503, text: expect.stringContaining('"migrated":false') as string });
    await database.close();
    expect(await get('/healthz')).toEqual({ status: 503, text: '{"ok":false}' });
    expect(await get('/readyz')).toMatchObject({ status: 503, text: '{"ready":false,"database":false}' });
    database.close = async () => undefined; // it is closed already
  });
});

it('measures answers by route, never by what somebody asked for', async () => {
  await served(async (get) => {
    const id = crypto.randomUUID();
    for (const path of [`/api/v1/dossiers/${id}`, `/api/v1/evidence/${id}`, `/rpc/board/tasks?name=周知远`, `/rpc/周知远`, `/nothing/${id}`]) await get(path);
    const { status, text } = await get('/metrics');
    expect(status).toBe(200);
    expect(text).not.toContain(id);
    expect(text).not.toMatch(/周知远|%E5%91%A8/);
    expect(text).toMatch(/tandem_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/dossiers\/\{id\}",status="401"\} 1/);
    expect(text).toMatch(/route="\/api\/v1\/evidence\/:id",status="401"/);
    expect(text).toMatch(/route="other",status="404"\} 2/);
    for (const name of ['tandem_database_connections{state="idle"}', 'tandem_audit_unsealed_seconds{of="rows"} 0', 'tandem_waiting{what="imports"} 0', 'tandem_waiting{what="previews"} 0', 'tandem_waiting{what="subjects"} 0', 'nodejs_eventloop_lag_p99_seconds']) expect(text).toContain(name);
  });
});

it('shows its measures to callers on this machine, never through a proxy without the token', async () => {
  await served(async (get) => {
    const proxied = { 'x-forwarded-for': '10.0.0.9' };
    expect((await get('/metrics')).status).toBe(200);
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'x-forwarded-proto', 'x-forwarded-host']) expect((await get('/metrics', { [name]: 'x' })).status).toBe(404);
    expect((await get('/metrics', { ...proxied, authorization: 'Bearer ' })).status).toBe(404);
    vi.stubEnv('TANDEM_METRICS_TOKEN', 'd41d8cd98f00b204');
    expect((await get('/metrics', { ...proxied, authorization: 'Bearer d41d8cd98f00b205' })).status).toBe(404);
    expect((await get('/metrics', { ...proxied, authorization: 'Bearer d41d8cd98f00b204' })).status).toBe(200);
    vi.unstubAllEnvs();
  });
});

it('believes a proxy’s word about the caller only where the proxy is named', async () => {
  expect(trustedProxies()).toBe(false);
  for (const [text, found] of [['127.0.0.1', ['127.0.0.1']], ['10.1.0.0/16, ::1', ['10.1.0.0/16', '::1']]] as const) {
    vi.stubEnv('TANDEM_PROXY', text);
    expect(trustedProxies()).toEqual(found);
    // A proxy that is believed is no caller on this machine.
    await served(async (get) => expect((await get('/metrics', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(404));
  }
  for (const text of ['all', 'true', '10.1.0.0/99', '10.1.0.0/', '1/2/3']) {
    vi.stubEnv('TANDEM_PROXY', text);
    expect(() => trustedProxies()).toThrow('不是 IP 地址或网段');
  }
  vi.unstubAllEnvs();
});
