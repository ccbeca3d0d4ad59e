import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { clock } from '../../base/clock.ts';
import { joinRights } from '../../base/rights.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { recordsHandlers } from '../records/handlers.ts';
import { recordsRights } from '../records/rights.ts';
import { inWorld, type World } from '../records/test-world.ts';
import { deskHandlers } from './handlers.ts';
import { deskRights } from './rights.ts';
import type { DeskQuery, DeskView } from './views.ts';

const rights = joinRights([recordsRights, deskRights]);

/** What waits for a person, as `单位 编号 事项 等待`. */
async function deskOf(context: LedgerContext, query: Partial<DeskQuery> = {}): Promise<DeskView> {
  return call(deskHandlers.list, { page: 1, ...query }, { context: { ...context, rights } });
}

const lines = (view: DeskView): string[] => view.rows.map((it) => `${it.number} ${it.milestone} ${it.waitsLabel}`);
const industrial = (world: World, number: string, more = {}) => world.enter({ kind: 'project', number, unit: 'jingkaiqu', fields: { name: `${number}号项目` }, ...more });

it('follows the matrix: first the office that verifies, then the one that certifies, the oldest first', async () => {
  await inWorld(async (world) => {
    const first = await industrial(world, 'XM-2', { milestones: { signed: '2026-03-01' } });
    await industrial(world, 'XM-1');
    const verifier = world.as('gongxinju');
    expect(lines(await deskOf(verifier))).toEqual(['XM-2 entry 待初核', 'XM-2 signed 待初核', 'XM-1 entry 待初核']);
    expect(lines(await deskOf(world.as('shangwuju')))).toEqual([]);
    await world.give(verifier, first, 'verify', { milestones: ['signed'] });
    expect(lines(await deskOf(verifier))).toEqual(['XM-2 entry 待初核', 'XM-1 entry 待初核']);
    expect(lines(await deskOf(world.as('shangwuju')))).toEqual(['XM-2 signed 待认定']);
    await world.give(world.as('shangwuju'), first, 'return', { milestones: ['signed'], reason: '缺协议' });
    expect(lines(await deskOf(world.as('shangwuju')))).toEqual([]);
    expect(lines(await deskOf(verifier))).toEqual(['XM-2 entry 待初核', 'XM-1 entry 待初核']);
    await world.give(world.as('jingkaiqu', 'park-officer'), first, 'appeal', { milestones: ['signed'], reason: '协议已上传' });
    expect(lines(await deskOf(verifier))).toEqual(['XM-2 entry 待初核', 'XM-1 entry 待初核', 'XM-2 signed 申诉待复核']);
  });
});

it('never shows a unit its own, whatever the matrix says', async () => {
  await inWorld(async (world) => {
    await world.enter({ kind: 'activity', number: 'HD-1', unit: 'gaoxinqu', credits: { kejiju: '1' } });
    await world.enter({ kind: 'activity', number: 'HD-2', unit: 'gaoxinqu' });
    // Held by all who could certify it: nobody's, rather than one's own.
    await world.enter({ kind: 'activity', number: 'HD-3', unit: 'gaoxinqu', credits: Object.fromEntries(['kejiju', 'rencaiban', 'shangwuju', 'fagaiwei', 'caizhengju'].map((it) => [it, '1'])) });
    expect(lines(await deskOf(world.as('kejiju')))).toEqual(['HD-2 entry 待认定']);
    expect(lines(await deskOf(world.as('rencaiban', 'talent-office')))).toEqual(['HD-1 entry 待认定']);
  });
});

it('counts what the gate lacks: fields by the record, evidence as it comes', async () => {
  await inWorld(async (world) => {
    const id = await world.enter({ kind: 'activity', number: 'HD-1', unit: 'gaoxinqu', fields: { name: '路演' }, milestones: { held: '2026-03-01' } });
    const [, held] = (await deskOf(world.as('kejiju'))).rows;
    expect(held).toMatchObject({ milestone: 'held', missing: ['活动类型', '活动方案或通知'] });
    const { database } = world.test;
    await database.query("insert into file (sha256, name, size, content) values ('x', 'a.pdf', 1, 'a')");
    await database.query("insert into evidence (subject_id, milestone, sha256, name, kind, unit, request) values ($1, 'held', 'x', 'a.pdf', '签到表', 'gaoxinqu', uuidv7())", [id]);
    expect((await deskOf(world.as('kejiju'))).rows[1]!.missing).toEqual(['活动类型']);
    expect((await deskOf(world.as('kejiju'), { gate: 'incomplete' })).rows.map((it) => it.milestone)).toEqual(['held']);
    expect((await deskOf(world.as('kejiju'), { gate: 'complete' })).total).toBe(1);
  });
});

it('filters and counts, and tells age in working days', async () => {
  await inWorld(async (world) => {
    const id = await industrial(world, 'XM-1');
    await world.enter({ kind: 'project', number: 'XM-2', unit: 'huangqiao', fields: { name: '乙' } });
    const verifier = world.as('gongxinju');
    expect((await deskOf(verifier, { unit: 'huangqiao' })).rows.map((it) => it.number)).toEqual(['XM-2']);
    expect((await deskOf(verifier, { kind: 'talent' })).total).toBe(0);
    await world.give(verifier, id, 'verify');
    // Verified on Tuesday 2026-06-30; the lamps turn after three and four working days.
    const ages = await Promise.all(['2026-06-30', '2026-07-03', '2026-07-04', '2026-07-06', '2027-01-04'].map(async (today) => {
      const { rows: [row], notice, all } = await deskOf({ ...world.as('shangwuju'), clock: clock(today) });
      return [row!.age, row!.light, all.late, notice === null];
    }));
    expect(ages).toEqual([[0, 'good', 0, true], [3, 'slow', 0, true], [3, 'slow', 0, true], [4, 'late', 1, true], [null, 'idle', 0, false]]);
  });
});

it('says nothing of what was taken back', async () => {
  await inWorld(async (world) => {
    const id = await industrial(world, 'XM-1', { milestones: { signed: '2026-03-01' } });
    const park = world.as('jingkaiqu', 'park-officer');
    await call(recordsHandlers.withdraw, { id, version: 1, reason: '重复登记' }, { context: park });
    expect(lines(await deskOf(world.as('gongxinju')))).toEqual([]);
  });
});

it('masks who is a person', async () => {
  await inWorld(async (world) => {
    await world.enter({ kind: 'talent', number: 'RC-1', unit: 'gaoxinqu', fields: { name: await world.person('欧阳明月') } });
    expect((await deskOf(world.as('rensheju'))).rows[0]!.name).toBe('欧*');
  });
});
