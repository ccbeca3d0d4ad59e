import { expect, it, vi } from 'vitest';
import { makeRegisters } from '../../../tests/registers/make-registers.ts';
import { writeRegistersXlsx } from '../../../tests/registers/write-registers.ts';
import type { Database } from '../../base/database.ts';
import type { HandedIn } from './intake-files.ts';
import { forgetExpiredFiles } from '../../base/kept-files.ts';
import { refusedFileOf } from './refused-download.ts';
import { runWaitingImports } from './run-import.ts';
import { inWorld, workbook, type World } from './test-world.ts';

async function large(): Promise<HandedIn> {
  const { sheets } = makeRegisters({ seed: 5, year: 2021, projects: 1_100, talents: 60, activities: 70, investments: 60 });
  return { name: '大.xlsx', bytes: await writeRegistersXlsx(sheets.filter((it) => ['项目台账', '人才台账', '活动台账', '平台台账'].includes(it.name))) };
}

/** The database, with something happening at each statement; they keep their order. */
function watched(database: Database, see: (text: string) => Promise<void> | void): Database {
  return {
    ...database,
    withClient: (work) => database.withClient((client) => {
      let turn: Promise<unknown> = Promise.resolve();
      return work({
        query: (text, values) => {
          const seen = turn.then(() => see(text));
          turn = seen.catch(() => undefined);
          return seen.then(() => client.query(text, values));
        },
      });
    }),
  };
}

async function confirmed(world: World): Promise<{ id: string; total: number }> {
  const office = world.as('rencaiban', 'talent-office');
  const { id } = await world.upload(office, await large());
  await world.confirm(office, id);
  return { id, total: (await world.read(office, id)).total };
}

it('a large import waits for the worker, and how far it is is seen while it runs', () => inWorld(async (world) => {
  const { id, total } = await confirmed(world);
  expect([(await world.sql('select state from import')), world.woken]).toEqual([[{ state: 'running' }], 1]);
  const seen = new Set<number>();
  const database = watched(world.deps.database, async (text) => {
    if (!text.includes('insert into fact')) return;
    const [row] = await world.sql<{ done: number; total: number }>('select done, total from import');
    seen.add(row!.done);
    expect(await world.sql('select from fact')).toEqual([]);
  });
  await runWaitingImports({ ...world.deps, database });
  expect(seen.size).toBeGreaterThan(2);
  expect(await world.sql('select state, done, total from import')).toEqual([{ state: 'done', done: total, total }]);
  const [audit] = await world.sql<{ object_id: string; detail: { fresh: number } }>("select object_id, detail from audit where action = 'imports:make'");
  expect([audit!.object_id, audit!.detail.fresh]).toEqual([id, total]);
}));

it('a stop half-way leaves nothing half done; at the next start it is taken up again', () => inWorld(async (world) => {
  const { total } = await confirmed(world);
  let postings = 0;
  const dying = watched(world.deps.database, (text) => {
    if (text.includes('insert into posting') && ++postings === 2) throw Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });
  });
  await expect(runWaitingImports({ ...world.deps, database: dying })).rejects.toThrow('terminating connection');
  expect(await world.sql('select state from import')).toEqual([{ state: 'running' }]);
  expect(await world.counts()).toMatchObject({ subject: 0, fact: 0, posting: 0, person: 0, audit: 2 });
  await runWaitingImports(world.deps);
  expect(await world.sql('select state, done from import')).toEqual([{ state: 'done', done: total }]);
  expect((await world.sql('select from dossier')).length).toBe(total);
}));

it('a bug or an expired file leaves the import failed, with nothing of it in, and the next goes on', () => inWorld(async (world) => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const broken = await confirmed(world);
  const failing = watched(world.deps.database, (text) => {
    if (text.includes('insert into posting')) throw new Error('a bug');
  });
  await runWaitingImports({ ...world.deps, database: failing });
  const [row] = await world.sql<{ state: string; error: string }>('select state, error from import');
  expect([row!.state, row!.error.includes(broken.id), logged.mock.calls.length]).toEqual(['failed', true, 1]);
  expect((await world.sql('select from fact')).length).toBe(0);
  logged.mockRestore();
  const late = await confirmed(world);
  await world.sql("update file set expires_at = now() - interval '1 day'");
  await runWaitingImports(world.deps);
  expect(await world.sql('select state, error from import where id = $1', [late.id])).toEqual([{ state: 'failed', error: '“大.xlsx”已过 30 天的保存期，请重新上传。' }]);
  expect((await world.sql('select from file')).length).toBe(0);
}));

it('takes in against what stands when it runs, not when it was previewed', () => inWorld(async (world) => {
  const park = world.as('gaoxinqu', 'park-officer');
  const { id } = await world.upload(park, await workbook({ 项目台账: [{}, { 落户平台: '平1' }] }));
  expect((await world.read(park, id)).report).toMatchObject({ fresh: 1, rejectedCount: 1, rejected: [{ code: 'unknown-ref' }] });
  await world.takeOver(await workbook({ 平台台账: [{}] }));
  await world.confirm(park, id);
  expect(await world.read(park, id)).toMatchObject({ state: 'done', hasRefusedFile: false, report: { fresh: 2, rejectedCount: 0 } });
  const late = await world.upload(park, await workbook({ 项目台账: [{ 项目编号: '新1' }] }));
  await world.takeOver(await workbook({ 项目台账: [{ 项目编号: '新1', 责任单位: '黄桥经济开发区' }] }));
  await world.confirm(park, late.id);
  expect(await world.read(park, late.id)).toMatchObject({ state: 'failed', error: expect.stringContaining('不是本单位的记录') });
  expect((await world.dossier('project', '新1'))!.unit).toBe('huangqiao-kfq');
}));

it('keeps refused rows for download by who may see the import, for 30 days', () => inWorld(async (world) => {
  const park = world.as('gaoxinqu', 'park-officer');
  const { id } = await world.upload(park, await workbook({ 项目台账: [{ 签约日期: '不详' }] }, '高新区台账.xlsx'));
  const file = await refusedFileOf(park, id);
  expect([file.name, file.bytes.length > 1_000]).toEqual(['退回的行.xlsx', true]);
  await expect(refusedFileOf(world.as('jingkaiqu', 'park-officer'), id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(refusedFileOf(park, 'x')).rejects.toMatchObject({ code: 'not-found' });
  const days = await world.sql<{ days: number }>('select distinct round(extract(epoch from expires_at - now()) / 86400)::int as days from file');
  expect(days).toEqual([{ days: 30 }]);
  await world.sql("update file set expires_at = now() - interval '1 day'");
  await forgetExpiredFiles(world.deps.database);
  expect(await world.sql('select from file')).toEqual([]);
  await expect(refusedFileOf(park, id)).rejects.toMatchObject({ code: 'not-found' });
  expect((await world.read(park, id)).report).toMatchObject({ changes: [], rejectedCount: 1 });
}));
