import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { accountFor } from './account.ts';
import { ask, dataFolder, endOf, isRoot, otherProcess, serverPid } from './fixture.ts';
import { startEmbeddedPostgres } from './start.ts';

const TIME = 60_000;

it('adopts the server that outlives a killed process, and stops it', { timeout: TIME }, async () => {
  const dataDir = dataFolder();
  const { child, said } = await otherProcess(dataDir);
  const server = serverPid(dataDir);
  await ask(said.url ?? '', 'create table t as select 7 as n');
  child.kill('SIGKILL');
  await endOf(child);
  expect(serverPid(dataDir)).toBe(server);

  const postgres = await startEmbeddedPostgres({ dataDir });
  expect(postgres).toMatchObject({ adopted: true, url: said.url });
  expect(serverPid(dataDir)).toBe(server);
  expect(await ask(postgres.url, 'select n from t')).toEqual([{ n: 7 }]);
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'second-process' });
  await postgres.stop();
  expect(serverPid(dataDir)).toBeUndefined();
});

it.runIf(isRoot)('adopts also where root may not look into other accounts’ processes, as in a container', { timeout: TIME }, async () => {
  const dataDir = dataFolder();
  const { child } = await otherProcess(dataDir);
  const server = serverPid(dataDir);
  child.kill('SIGKILL');
  await endOf(child);
  const { child: second, said } = await otherProcess(dataDir, {}, ['setpriv', '--bounding-set=-sys_ptrace', '--']);
  expect(said.adopted).toBe(true);
  expect(serverPid(dataDir)).toBe(server);
  second.stdin?.end();
  await endOf(second);
  expect(serverPid(dataDir)).toBeUndefined();
});

it('loses nothing acknowledged when everything is killed, and starts again', { timeout: TIME }, async () => {
  const dataDir = dataFolder();
  let acknowledged = 0;
  for (const spare of [false, true]) {
    const { child, said } = await otherProcess(dataDir);
    expect(said.message).toBeUndefined();
    const server = serverPid(dataDir) ?? 0;
    await ask(said.url ?? '', 'create table if not exists kept (n int primary key)');
    const writing = write(said.url ?? '', acknowledged);
    await sleep(400);
    // The second time the backends are spared: they end by themselves when they miss their server.
    const victims = spare ? [server] : [server, ...childrenOf(server)];
    child.kill('SIGKILL');
    for (const pid of victims) process.kill(pid, 'SIGKILL');
    acknowledged = await writing;
    await endOf(child);
    expect(existsSync(join(dataDir, 'pg', 'postmaster.pid'))).toBe(true);
  }
  const postgres = await startEmbeddedPostgres({ dataDir });
  expect(postgres.adopted).toBe(false);
  expect(acknowledged).toBeGreaterThan(100);
  const rows = await ask(postgres.url, `select count(*)::int as n from kept where n < ${acknowledged}`);
  expect(rows).toEqual([{ n: acknowledged }]);
  await postgres.stop();
});

it('waits for a backend that outlives its killed server, rather than writing beside it', { timeout: TIME }, async () => {
  const dataDir = dataFolder();
  const { child, said } = await otherProcess(dataDir);
  const client = new pg.Client(said.url);
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const backend = rows[0]?.pid ?? 0;
  const busy = client.query('select count(*) from generate_series(1, 1e12)').catch(() => undefined);
  await sleep(50);
  const server = serverPid(dataDir) ?? 0;
  child.kill('SIGKILL');
  process.kill(server, 'SIGKILL');
  await endOf(child);

  const starting = startEmbeddedPostgres({ dataDir });
  await sleep(1000);
  expect(readFileSync(join(dataDir, 'pg.log'), 'utf8')).toContain('shared memory block');
  process.kill(backend, 'SIGKILL');
  await busy;
  const postgres = await starting;
  expect(postgres.adopted).toBe(false);
  await postgres.stop();
});

it('is not misled by a stale pid file whose number now belongs to another process of the account', { timeout: TIME }, async () => {
  const dataDir = dataFolder();
  const cluster = join(dataDir, 'pg');
  const { child } = await otherProcess(dataDir);
  const server = serverPid(dataDir) ?? 0;
  const pidFile = readFileSync(join(cluster, 'postmaster.pid'), 'utf8');
  child.kill('SIGKILL');
  process.kill(server, 'SIGKILL');
  const stranger = spawn('sleep', ['60'], { ...accountFor(cluster), cwd: '/' });
  writeFileSync(join(cluster, 'postmaster.pid'), pidFile.replace(/^\d+/, String(stranger.pid)));
  const postgres = await startEmbeddedPostgres({ dataDir });
  expect(postgres.adopted).toBe(false);
  expect(stranger.exitCode).toBeNull();
  stranger.kill();
  await postgres.stop();
});

/** Inserts numbers one by one until the connection dies. @returns one more than the last acknowledged */
async function write(url: string, from: number): Promise<number> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  for (let n = from; ; n += 1) {
    try {
      await client.query('insert into kept values ($1) on conflict do nothing', [n]);
    } catch {
      return n;
    }
  }
}

function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync('cat', readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => `/proc/${name}/stat`), { encoding: 'utf8' });
  const parents = stdout.split('\n').map((line) => /^(\d+) \(.*\) \S (\d+) /.exec(line));
  return parents.flatMap((found) => (found && Number(found[2]) === pid ? [Number(found[1])] : []));
}
