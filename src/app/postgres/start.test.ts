import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask, closedFolder, dataFolder, endOf, isRoot, ordinary, otherProcess, serverPid } from './fixture.ts';
import { startEmbeddedPostgres } from './start.ts';

const TIME = 60_000;

it('makes a cluster in a closed folder, safe, in C.UTF-8 and in our time', { timeout: TIME }, async () => {
  const dataDir = dataFolder();
  mkdirSync(join(dataDir, 'pg.new-left'), { recursive: true });
  const postgres = await startEmbeddedPostgres({ dataDir });
  expect(postgres.adopted).toBe(false);
  expect(new URL(postgres.url)).toMatchObject({ username: 'tandem', hostname: '127.0.0.1', pathname: '/tandem' });

  const names = "'fsync','full_page_writes','synchronous_commit','max_connections','TimeZone','listen_addresses','unix_socket_directories','data_checksums','password_encryption'";
  const rows = await ask(postgres.url, `select name, setting from pg_settings where name in (${names})`);
  expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    max_connections: '100',
    TimeZone: 'Asia/Shanghai',
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    data_checksums: 'on',
    password_encryption: 'scram-sha-256',
  });
  expect(await ask(postgres.url, 'show shared_buffers')).toEqual([{ shared_buffers: '256MB' }]);
  const place = "select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'tandem'";
  expect(await ask(postgres.url, place)).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8' }]);
  expect(await ask(postgres.url, "select distinct auth_method from pg_hba_file_rules")).toEqual([{ auth_method: 'scram-sha-256' }]);

  const wrong = postgres.url.replace(/:[0-9a-f]+@/, ':guess@');
  await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  expect(statSync(join(dataDir, 'pg.password')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(dataDir, 'pg.log'), 'utf8')).toContain('ready to accept connections');
  expect(readFileSync(join(dataDir, 'pg.log'), 'utf8')).not.toContain(new URL(postgres.url).password);
  expect(readdirSync(dataDir).sort()).toEqual(['pg', 'pg.log', 'pg.password', 'pg.port', 'tandem.lock']);
  await postgres.stop();
  await postgres.stop();
  expect(existsSync(join(dataDir, 'pg', 'postmaster.pid'))).toBe(false);
});

it('keeps the data, the port and the password from one start to the next', { timeout: TIME }, async () => {
  const dataDir = dataFolder();
  const first = await startEmbeddedPostgres({ dataDir });
  await ask(first.url, "create table kept as select '双招双引' as said");
  await first.stop();
  const second = await startEmbeddedPostgres({ dataDir });
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, 'select said from kept')).toEqual([{ said: '双招双引' }]);
  await second.stop();
});

it('renews a lost password, and takes a restored cluster that is root’s and open', { timeout: TIME }, async () => {
  const dataDir = dataFolder();
  const first = await startEmbeddedPostgres({ dataDir });
  await first.stop();
  rmSync(join(dataDir, 'pg.password'));
  const cluster = join(dataDir, 'pg');
  if (isRoot) for (const path of ['.', ...readdirSync(cluster, { recursive: true, encoding: 'utf8' })]) chownSync(join(cluster, path), 0, 0);
  const second = await startEmbeddedPostgres({ dataDir });
  expect(second.url).not.toBe(first.url);
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await second.stop();
  writeFileSync(join(dataDir, 'pg.password'), 'another\n');
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'wrong-password' });
  expect(serverPid(dataDir)).toBeUndefined();
});

it('refuses a second process while the first lives, and says which', { timeout: TIME }, async () => {
  const dataDir = dataFolder();
  const postgres = await startEmbeddedPostgres({ dataDir });
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ name: 'Refusal', code: 'second-process' });
  const { said } = await otherProcess(dataDir);
  expect(said.code).toBe('second-process');
  expect(said.message).toContain(`进程号 ${process.pid}`);
  await postgres.stop();
  const { child, said: later } = await otherProcess(dataDir);
  expect(later.url).toBe(postgres.url);
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'second-process' });
  child.stdin?.end();
  await endOf(child);
  expect(serverPid(dataDir)).toBeUndefined();
});

it.runIf(isRoot)('runs as an ordinary user too, and root then runs it as that user', { timeout: TIME }, async () => {
  const dataDir = dataFolder();
  mkdirSync(dataDir);
  for (const path of [dataDir, join(dataDir, '..')]) chownSync(path, 65534, 65534);
  const { child, said } = await otherProcess(dataDir, ordinary);
  expect(said.message).toBeUndefined();
  child.stdin?.end();
  await endOf(child);
  const postgres = await startEmbeddedPostgres({ dataDir });
  expect(statSync(`/proc/${serverPid(dataDir)}`).uid).toBe(65534);
  await postgres.stop();
});

it('refuses what it cannot run: another version, a file for a folder, another’s cluster', { timeout: TIME }, async () => {
  const dataDir = closedFolder();
  const cluster = join(dataDir, 'pg');
  mkdirSync(cluster, { mode: 0o700 });
  writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'other-version' });
  await expect(startEmbeddedPostgres({ dataDir: join(cluster, 'PG_VERSION') })).rejects.toMatchObject({ code: 'data-folder' });
  if (!isRoot) return;
  chownSync(dataDir, 65534, 65534);
  chownSync(cluster, 4711, 4711);
  expect((await otherProcess(dataDir, ordinary)).said.code).toBe('foreign-owner');
});
