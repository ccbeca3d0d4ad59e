import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { clock } from '../../base/clock.ts';
import { joinRights } from '../../base/rights.ts';
import { transact } from '../../base/transaction.ts';
import { readSheets } from '../../office/read-workbook.ts';
import { parseWindow } from '../../kernel/window.ts';
import { freeze } from '../../ledger/freeze.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { recordsRights } from '../records/rights.ts';
import { inWorld, type World } from '../records/test-world.ts';
import { deskHandlers } from './handlers.ts';
import { exportReport } from './reports.ts';
import { deskRights } from './rights.ts';
import type { ReportKind } from './terms.ts';

const rights = joinRights([recordsRights, deskRights]);
const auditor = (world: World): LedgerContext => ({ ...world.as('shenjiju', 'audit-observer'), rights });

async function cellsOf(world: World, kind: ReportKind, window: string): Promise<string[][]> {
  return (await call(deskHandlers.report, { kind, window }, { context: auditor(world) })).rows.map((it) => it.cells);
}

const session = (world: World, number: string, more = {}) => world.enter({ kind: 'activity', number, unit: 'gaoxinqu', fields: { name: `${number}路演`, type: '项目路演' }, ...more });

it('certified in the last five days of a period, and lacking what its gate asks for', async () => {
  await inWorld(async (world) => {
    const id = await session(world, 'HD-1', { milestones: { held: '2026-03-02' } });
    await session(world, 'HD-2', { milestones: { held: '2026-03-02' }, state: 'certify' });
    await world.give(world.as('kejiju'), id, 'certify', { milestones: ['held'] });
    expect(await cellsOf(world, 'last-days', '2026-06')).toEqual([['HD-1路演', 'HD-1', '泰兴高新区', '举办', '2026-03-02', '2026-06-30', '科技局']]);
    expect(await cellsOf(world, 'last-days', '2026')).toEqual([]);
    expect(await cellsOf(world, 'incomplete', '2026')).toEqual([['HD-1路演', 'HD-1', '泰兴高新区', '举办', '2026-06-30', '科技局', '活动方案或通知或参会名单']]);
    await world.give(world.as('kejiju'), id, 'return', { milestones: ['held'], reason: '缺材料' });
    expect(await cellsOf(world, 'last-days', '2026-06')).toEqual([]);
  });
});

it('dated back: by more days than the city allows; what was taken over is not listed', async () => {
  await inWorld(async (world) => {
    await session(world, 'HD-1', { milestones: { held: '2020-03-02' } });
    await session(world, 'HD-2', { milestones: { held: '2020-03-02' }, state: 'certify' });
    const years = [...new Set([new Date().getUTCFullYear(), new Date().getUTCFullYear() + 1])].map(String);
    const found = (await Promise.all(years.map((it) => cellsOf(world, 'backdated', it)))).flat();
    expect(found.map((it) => [it[1], it[3], it[4]])).toEqual([['HD-1', '举办', '2020-03-02']]);
  });
});

it('changed after a freeze', async () => {
  await inWorld(async (world) => {
    const { database, ledger } = world.test;
    const id = await session(world, 'HD-1', { milestones: { held: '2026-02-02' }, state: 'certify' });
    await transact(database, (tx) => freeze(tx, ledger, { unit: 'rencaiban', account: null, request: crypto.randomUUID(), today: '2026-06-30' }, parseWindow('2026-02')!, null));
    expect(await cellsOf(world, 'after-freeze', '2026')).toEqual([]);
    await world.give(world.as('rencaiban'), id, 'return', { reason: '未举办' }).catch(() => world.give(world.as('kejiju'), id, 'return', { reason: '未举办' }));
    const rows = await cellsOf(world, 'after-freeze', '2026');
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((it) => `${it[1]} ${it[6]} ${it[7]}`))).toEqual(new Set(['HD-1 -1 2026-02']));
    expect(await cellsOf(world, 'no-document', String(new Date().getUTCFullYear()))).toEqual([['封账', '2026-02', '', '', expect.any(String)]]);
  });
});

it('just over a threshold, each currency by its own', async () => {
  await inWorld(async (world) => {
    const project = (number: string, planned: string, currency: string) => world.enter({ kind: 'project', number, unit: 'jingkaiqu', fields: { name: number, planned: `${planned}000000`, currency } });
    await project('刚过', '10500', '人民币');
    await project('远过', '11100', '人民币');
    await project('不到', '9999', '人民币');
    await project('美元刚过', '1090', '美元');
    await project('人民币不比', '1090', '人民币');
    expect((await cellsOf(world, 'near-threshold', '2026')).map((it) => [it[1], it[4], it[5], it[6]])).toEqual([['美元刚过', '1,090', '1000万美元（亿元项目规模（美元））', '90'], ['刚过', '10,500', '10000万元（亿元项目规模（人民币））', '500']]);
  });
});

it('leaves as a file without formulas, and the log tells of it', async () => {
  await inWorld(async (world) => {
    const id = await session(world, 'HD-1', { fields: { name: '=1+1', type: '项目路演' } });
    await world.give(world.as('kejiju'), id, 'certify');
    const { name, bytes } = await exportReport(auditor(world), { kind: 'last-days', window: '2026-06' });
    const [sheet] = await readSheets({ name, bytes });
    expect(sheet!.rows.at(-1)!.cells[0]).toBe('=1+1');
    expect((await world.test.database.query("select object_id from audit where action = 'reports:export'")).rows).toEqual([{ object_id: 'last-days' }]);
  });
});

it('is closed to who certifies', async () => {
  await inWorld(async (world) => {
    await expect(exportReport({ ...world.as('kejiju'), rights, clock: clock('2026-06-30') }, { kind: 'last-days', window: '2026' }).then(() => call(deskHandlers.report, { kind: 'last-days', window: '没有' }, { context: auditor(world) }))).rejects.toThrow('没有这个时段');
  });
});
