import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPlatform, ROOT } from '../../src/app/platform.ts';
import { sealAll } from '../../src/base/audit-sealer.ts';
import { verifyAudit } from '../../src/base/audit-verify.ts';
import { selfAudit } from '../../src/ledger/self-audit.ts';
import { tablesOf, withEmptyPlace } from './empty-database.ts';

const FIELD = `${ROOT}tests/faults/field-0003.zip`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-cli-'));
});

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));

function tandem(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', `${ROOT}src/cli/main.ts`, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DATABASE_URL: '', ...env } });
}

/** Runs a command to its end. @returns what it printed and how it ended */
async function said(args: readonly string[], env: Record<string, string> = {}): Promise<{ code: number | null; out: string; err: string }> {
  const child = tandem(args, env);
  const [out, err, code] = await Promise.all([text(child.stdout!), text(child.stderr!), new Promise<number | null>((resolve) => child.once('exit', resolve))]);
  return { code, out, err };
}

it('a killed restore refuses to start, says why, and can be done again', { timeout: 60_000 }, async () => {
  await withEmptyPlace(async (place) => {
    const restore = ['restore', FIELD, '--data', place.dataDir];
    const child = tandem(restore, { DATABASE_URL: place.url });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    while (child.exitCode === null && !(await tablesOf(place)).includes('restore_unfinished')) await sleep(2);
    child.kill('SIGKILL');
    await ended;
    expect(child.signalCode).toBe('SIGKILL');
    while ((await place.owner.query("select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'")).rowCount! > 0) await sleep(5);
    expect(await tablesOf(place)).toEqual(['restore_unfinished']);

    const start = await said(['figures', '--year', '2026', '--data', place.dataDir], { DATABASE_URL: place.url });
    expect(start).toMatchObject({ code: 1, out: '', err: '这里的恢复没有完成，数据不全，因此拒绝启动。请再次运行 ./tandem restore 备份文件。\n' });
    expect(await said(restore, { DATABASE_URL: place.url })).toMatchObject({ code: 0, out: expect.stringContaining('恢复完成') as string });
    expect((await place.owner.query('select from fact')).rowCount).toBe(691);
  });
});

it('a data folder: restored by command, backed up by command while the platform runs, restored again, equal', { timeout: 120_000 }, async () => {
  const [first, second, file] = [join(folder, '甲 first'), join(folder, 'second'), join(folder, '备份.zip')];
  expect(await said(['backup', file, '--data', first])).toMatchObject({ code: 1, err: expect.stringContaining('还没有平台的数据') as string });
  expect(await said(['restore', FIELD, '--data', first])).toMatchObject({ code: 0 });
  const platform = await openPlatform({ dataDir: first, databaseUrl: undefined, packDir: undefined, today: undefined });
  try {
    expect(await said(['backup', file, '--data', first])).toMatchObject({ code: 0, out: expect.stringContaining('文件没有加密') as string });
    expect(await said(['backup', file, '--data', first])).toMatchObject({ code: 1, err: expect.stringContaining('已经存在') as string });
    expect(await said(['restore', file, '--data', first])).toMatchObject({ code: 1, err: expect.stringContaining('正由另一个 Tandem 进程') as string });
    expect((await readdir(folder)).sort()).toEqual(['second', '备份.zip', '甲 first'].filter((it) => it !== 'second').sort());
  } finally {
    await platform.close();
  }
  expect(await said(['restore', file, '--data', first])).toMatchObject({ code: 1, err: expect.stringContaining('已经有数据') as string });
  expect(await said(['restore', file, '--data', second])).toMatchObject({ code: 0 });
  const restored = await openPlatform({ dataDir: second, databaseUrl: undefined, packDir: undefined, today: undefined });
  try {
    expect(await selfAudit(restored.database, restored.ledger)).toEqual([]);
    expect((await restored.database.query("select from audit where action in ('backup:make', 'backup:restore')")).rowCount).toBe(3);
    await sealAll(restored.database, restored.witnesses);
    expect((await verifyAudit(restored.database, restored.witnesses)).findings.sentences).toEqual([]);
    // Rows from now on are numbered above those of the other server.
    const { rows } = await restored.database.query<{ above: boolean }>('select audit_xid() > (select max(xid) from audit) as above');
    expect(rows[0]!.above).toBe(true);
  } finally {
    await restored.close();
  }
});

it('refuses to open a server by a default secret, one that is not there, and one without durable writes', { timeout: 60_000 }, async () => {
  const dataDir = join(folder, 'refused');
  const secret = await said(['figures', '--year', '2026', '--data', dataDir], { DATABASE_URL: 'postgres://tandem:123456@127.0.0.1:1/tandem' });
  expect(secret).toMatchObject({ code: 1, out: '', err: expect.stringContaining('默认口令，因此拒绝启动') as string });
  const nobody = await said(['figures', '--year', '2026', '--data', dataDir], { DATABASE_URL: 'postgres://tandem:9f1b6c2e77aa@127.0.0.1:1/tandem' });
  expect(nobody).toMatchObject({ code: 1, out: '', err: '连不上数据库：那里没有数据库在运行，或端口不对。请检查 DATABASE_URL 和数据库服务后重试。\n' });
  await withEmptyPlace(async ({ url, owner }) => {
    const name = new URL(url).pathname.slice(1);
    await owner.query(`alter database ${pg.escapeIdentifier(name)} set synchronous_commit = off`);
    expect(await said(['figures', '--year', '2026', '--data', dataDir], { DATABASE_URL: url })).toMatchObject({ code: 1, out: '', err: expect.stringContaining('synchronous_commit 被设为 off') as string });
  });
});
