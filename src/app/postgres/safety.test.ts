import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { ask, dataFolder, serverPid } from './fixture.ts';
import { refuseUnsafeSettings } from './safety.ts';
import { startEmbeddedPostgres } from './start.ts';

it('refuses a server that does not keep what it acknowledged, and leaves none running', { timeout: 60_000 }, async () => {
  const dataDir = dataFolder();
  const first = await startEmbeddedPostgres({ dataDir });
  const client = new pg.Client(first.url);
  await client.connect();
  await refuseUnsafeSettings(client);
  await client.query('set synchronous_commit = off');
  await expect(refuseUnsafeSettings(client)).rejects.toMatchObject({ name: 'Refusal', code: 'unsafe-setting' });
  await client.end();
  await ask(first.url, 'alter system set full_page_writes = off');
  await first.stop();

  const conf = join(dataDir, 'pg', 'postgresql.conf');
  const good = readFileSync(conf, 'utf8');
  appendFileSync(conf, '\nfsync = off\n');
  const refused = await startEmbeddedPostgres({ dataDir }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'unsafe-setting', message: expect.stringContaining('fsync、full_page_writes') as string });
  expect(serverPid(dataDir)).toBeUndefined();

  writeFileSync(conf, good);
  writeFileSync(join(dataDir, 'pg', 'postgresql.auto.conf'), '');
  const second = await startEmbeddedPostgres({ dataDir });
  await second.stop();
});

it('refuses a server that is older than what the schema needs', async () => {
  const of = (version: string) => ({ query: async () => ({ rows: [{ fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', version }] }) });
  await expect(refuseUnsafeSettings(of('170006'))).rejects.toMatchObject({ code: 'old-server', message: expect.stringContaining('PostgreSQL 17') as string });
  await refuseUnsafeSettings(of('180000'));
});
