import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { recordsHandlers } from './handlers.ts';
import { inWorld, type World } from './test-world.ts';

const formal = { name: '阳光化工', type: '产业项目', agreement: '正式协议', planned: '4300000000' };

function project(world: World, more: Partial<Parameters<World['enter']>[0]> = {}): Promise<string> {
  return world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: formal, milestones: { signed: '2026-02-03' }, ...more });
}

it('declared, verified by its office, certified for the task force, and counted', () => inWorld(async (world) => {
  const id = await project(world);
  const [gongxinju, shangwuju] = [world.as('gongxinju'), world.as('shangwuju')];
  expect(await world.figure('s3.signed', 'jingkaiqu', '2026', 'declared')).toBe(1);
  await expect(world.give(shangwuju, id, 'certify')).rejects.toMatchObject({ code: 'wrong-state', message: '“登记”还没有初核，不能认定。请先由工信局初核。' });
  await world.give(gongxinju, id, 'verify');
  expect(await world.figure('s3.signed', 'jingkaiqu', '2026')).toBe(0);
  await world.give(shangwuju, id, 'certify');
  expect(await world.figure('s3.signed', 'jingkaiqu', '2026')).toBe(1);
  const detail = await world.detail(shangwuju, id);
  expect([detail.state, detail.milestones.find((it) => it.id === 'signed')!.state]).toEqual(['certified', 'certified']);
  const { rows } = await world.test.owner.query('select action, object_kind, object_id, unit from audit order by seq');
  expect(rows).toEqual(['verify', 'certify'].map((act) => ({ action: `records:${act}`, object_kind: 'dossier', object_id: id, unit: act === 'verify' ? 'gongxinju' : 'shangwuju' })));
}));

it('a unit never judges its own, whatever its role: park, 科技局, 人才办', () => inWorld(async (world) => {
  const ofPark = await project(world);
  const ofScience = await world.enter({ kind: 'activity', number: 'HD-1', unit: 'kejiju', fields: { type: '项目路演' }, milestones: { held: '2026-03-01' } });
  const ofTalentOffice = await world.enter({ kind: 'talent', number: 'RC-1', unit: 'rencaiban', milestones: { landed: '2026-03-01' } });
  const shared = await world.enter({ kind: 'activity', number: 'HD-2', unit: 'gaoxinqu', fields: { type: '项目路演' }, milestones: { held: '2026-03-01' }, credits: { gaoxinqu: '1', kejiju: '1' } });
  for (const [context, id] of [[world.as('jingkaiqu', 'park-officer'), ofPark], [world.as('kejiju'), ofScience], [world.as('kejiju', 'talent-office'), shared], [world.as('rencaiban', 'talent-office'), ofTalentOffice]] as const) {
    for (const act of ['verify', 'certify', 'return', 'not-count'] as const) await expect(world.give(context, id, act, { reason: '试' }), act).rejects.toMatchObject({ code: 'own-record' });
    for (const { act, allowed, why } of (await world.detail(context, id)).actions) if (act !== 'declare' && act !== 'appeal') expect([act, allowed, why]).toEqual([act, false, expect.stringContaining('不能由本单位')]);
  }
  await world.give(world.as('rencaiban', 'talent-office'), ofScience, 'certify');
  await world.give(world.as('rencaiban', 'talent-office'), shared, 'certify');
  await world.give(world.as('kejiju'), ofTalentOffice, 'verify');
  await world.give(world.as('rensheju'), ofTalentOffice, 'certify');
  expect(await world.figure('a9.sessions', 'kejiju', '2026Q1')).toBe(2);
}));

it('only who the pack appoints; a leader never', () => inWorld(async (world) => {
  const id = await project(world);
  await expect(world.give(world.as('caizhengju'), id, 'verify')).rejects.toMatchObject({ code: 'not-appointed', message: '“登记”的初核由工信局办理，请与其联系。' });
  await expect(world.give(world.as('gongxinju', 'city-leader'), id, 'verify')).rejects.toMatchObject({ code: 'forbidden' });
  const { actions } = await world.detail(world.as('gongxinju', 'city-leader'), id);
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.every((it) => !it.allowed && it.why === '您的岗位只能查看，不能作出认定。')).toBe(true);
}));

it('selection for an upstream plan is certified by the list alone', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'talent', number: 'RC-1', unit: 'gaoxinqu', fields: { plan: '双创计划', planLevel: '省级' }, milestones: { landed: '2026-01-10', selected: '2026-03-01' } });
  const office = world.as('rencaiban', 'talent-office');
  await expect(world.give(office, id, 'certify', { milestones: ['selected'] })).rejects.toMatchObject({ code: 'upstream-only' });
  await expect(world.give(office, id, 'certify-upstream', { milestones: ['landed'] })).rejects.toMatchObject({ code: 'not-upstream' });
  const { actions } = await world.detail(office, id);
  expect(actions.find((it) => it.act === 'certify-upstream')).toMatchObject({ allowed: true, milestones: [{ id: 'selected', name: '入选' }] });
  await world.give(office, id, 'certify-upstream');
  const detail = await world.detail(office, id);
  expect(detail.milestones.flatMap((it) => (it.state === null ? [] : [[it.id, it.state]]))).toEqual([['landed', 'declared'], ['selected', 'certified-upstream']]);
  expect(detail.history.at(-1)).toMatchObject({ what: '上级认定', detail: '入选', document: '上级公布的人才计划入选名单' });
}));

it('what was overtaken is refused, and the same request again has no second effect', () => inWorld(async (world) => {
  const id = await project(world);
  const context = world.as('gongxinju');
  const input = { id, version: await world.version(id), act: 'verify' } as const;
  await call(recordsHandlers.giveVerdict, input, { context });
  await call(recordsHandlers.giveVerdict, input, { context });
  await expect(call(recordsHandlers.giveVerdict, { ...input, act: 'return', reason: '缺协议' }, { context: world.as('gongxinju') })).rejects.toMatchObject({ code: 'stale', message: '这条记录刚被他人更新，请刷新后再提交。' });
  const { rows } = await world.test.owner.query<{ act: string }>('select act from verdict where subject_id = $1', [id]);
  expect(rows.map((row) => row.act)).toEqual(['verify', 'verify']); // the record and its signing
}));

it('of many who decide at once, one is heard', () => inWorld(async (world) => {
  const id = await project(world, { state: 'verify' });
  const version = await world.version(id);
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => call(recordsHandlers.giveVerdict, { id, version, act: 'certify' }, { context: world.as('shangwuju') })));
  expect(tries.filter((it) => it.status === 'fulfilled')).toHaveLength(1);
  for (const it of tries) if (it.status === 'rejected') expect(it.reason).toMatchObject({ code: 'stale' });
  expect(await world.version(id)).toBe(version + 1);
}));

it('a return says why, is appealed by the park, and decided by a third person', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'activity', number: 'HD-1', unit: 'gaoxinqu', fields: { type: '项目路演' }, milestones: { held: '2026-03-01' } });
  const [first, second, park] = [world.as('kejiju', 'office-handler', '甲'), world.as('kejiju', 'office-handler', '乙'), world.as('gaoxinqu', 'park-officer')];
  await expect(world.give(first, id, 'return')).rejects.toMatchObject({ code: 'missing', message: '请写明退回的理由。' });
  await world.give(first, id, 'return', { reason: '缺签到表' });
  expect(await world.figure('a9.sessions', 'gaoxinqu', '2026B2', 'declared')).toBe(0);
  await expect(world.give(second, id, 'appeal', { reason: '有签到表' })).rejects.toMatchObject({ code: 'not-own' });
  await world.give(park, id, 'appeal', { reason: '签到表已附' });
  await expect(world.give(first, id, 'certify')).rejects.toMatchObject({ code: 'same-person' });
  await world.give(second, id, 'certify');
  expect(await world.figure('a9.sessions', 'gaoxinqu', '2026B2')).toBe(1);
}));

it('a return without milestones leaves alone what is certified while anything waits', () => inWorld(async (world) => {
  const id = await project(world, { milestones: { signed: '2026-02-03', started: '2026-05-01' }, state: 'certify' });
  await call(recordsHandlers.correct, { id, version: await world.version(id), milestones: { started: '2026-05-08' }, reason: '开工日期录错' }, { context: world.as('jingkaiqu', 'park-officer') });
  await expect(world.give(world.as('shangwuju'), id, 'certify')).rejects.toMatchObject({ message: '“开工”还没有初核，不能认定。请先由工信局初核。' });
  await world.give(world.as('shangwuju'), id, 'return', { reason: '缺施工许可' });
  const { milestones, state } = await world.detail(world.as('shangwuju'), id);
  expect([state, ...milestones.flatMap((it) => (it.state === null ? [] : [[it.id, it.state]]))]).toEqual(['certified', ['signed', 'certified'], ['started', 'returned']]);
}));

it('not counted: certified no more in any figure, and the park may appeal', () => inWorld(async (world) => {
  const id = await project(world, { state: 'verify' });
  await world.give(world.as('shangwuju'), id, 'not-count', { reason: '与上年重复' });
  expect([await world.figure('s3.signed', 'city', '2026'), await world.figure('s3.signed', 'city', '2026', 'declared')]).toEqual([0, 0]);
  const { actions, state } = await world.detail(world.as('jingkaiqu', 'park-officer'), id);
  expect([state, actions.find((it) => it.act === 'appeal')!.allowed]).toEqual(['not-counted', true]);
}));
