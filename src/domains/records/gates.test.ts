import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { fresh } from '../../../tests/context.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { keepEvidence } from './evidence.ts';
import { recordsHandlers } from './handlers.ts';
import { inWorld, type World } from './test-world.ts';
import { transact } from '../../base/transaction.ts';

const PDF = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');

async function enter(_world: World, context: LedgerContext, fields: Record<string, string>, more: { number?: string; milestones?: Record<string, string>; references?: Record<string, string>; parts?: { unit: string; percent: number }[] } = {}, kind = 'project') {
  return call(recordsHandlers.enter, { kind, fields, ...more }, { context: fresh(context) });
}

async function advance(world: World, context: LedgerContext, id: string, milestone: string, day: string, reason = '') {
  return call(recordsHandlers.advance, { id, version: await world.version(id), milestone, day, reason }, { context: fresh(context) });
}

async function show(world: World, context: LedgerContext, id: string, milestone: string, kind: string): Promise<void> {
  const { account, unit } = context.actor!;
  await transact(world.test.database, (tx) => keepEvidence(tx, { account, unit, request: crypto.randomUUID(), today: '2026-06-30' }, { dossier: id, milestone, kind, name: `${kind}.pdf`, bytes: PDF }));
}

it('a lead is entered with two fields, numbered by itself, and says beforehand what each milestone asks (practice: milestones, not a pipeline)', () => inWorld(async (world) => {
  const park = world.as('jingkaiqu', 'park-officer');
  await expect(enter(world, park, { name: '星海减速器' })).rejects.toMatchObject({ code: 'bad-entry', details: ['“信息来源”必须填写。'] });
  await expect(enter(world, park, { name: '星海减速器', source: '听说' })).rejects.toMatchObject({ code: 'bad-entry' });
  const { id, number } = await enter(world, park, { name: '星海减速器', source: '自行接洽' }, { milestones: { lead: '2026-06-29' } });
  expect(number).toBe('XM-2026-0001');
  expect((await enter(world, park, { name: '另一个', source: '其他' })).number).toBe('XM-2026-0002');
  const { course, state } = await world.detail(park, id);
  expect([state, course!.id, course!.gates[0]!.day]).toEqual(['declared', 'industrial', '2026-06-29']);
  const assessed = course!.gates.find((it) => it.milestone === 'assessed')!;
  expect(assessed.ready).toBe(false);
  expect(assessed.asked.map((it) => [it.what, it.label, it.outcome])).toEqual([['milestone', '线索', 'yes'], ['field', '建设内容', 'no'], ['field', '产业链', 'no'], ['evidence', '商业计划书或可行性研究报告或研判意见', 'no']]);
}));

it('each milestone is refused for what it lacks, all of it told, and let in when it is there', () => inWorld(async (world) => {
  const park = world.as('jingkaiqu', 'park-officer');
  const { id } = await enter(world, park, { name: '星海减速器', source: '自行接洽', type: '产业项目' }, { milestones: { lead: '2026-06-01' } });
  await expect(advance(world, park, id, 'signed', '2026-06-29')).rejects.toMatchObject({ code: 'gate', details: expect.arrayContaining(['先要有“准入评审”，再登记签约。', '缺少佐证“正式协议”，请上传后再登记签约。', '“计划总投资”还没有填写，请补上。', '还不符合：签的是正式协议。']) as string[] });
  await expect(advance(world, park, id, 'assessed', '2026-05-31')).rejects.toMatchObject({ code: 'gate', details: expect.arrayContaining(['研判日期不能早于线索日期（2026-06-01），请核对。']) as string[] });
  await call(recordsHandlers.correct, { id, version: await world.version(id), fields: { content: '年产十万台减速器', chain: '机电' }, reason: '补充' }, { context: fresh(park) });
  await expect(advance(world, park, id, 'assessed', '2026-06-03')).rejects.toMatchObject({ code: 'gate', details: ['缺少佐证“商业计划书或可行性研究报告或研判意见”，请上传后再登记研判。'] });
  await show(world, park, id, 'assessed', '可行性研究报告');
  await expect(advance(world, park, id, 'assessed', '2026-07-01')).rejects.toMatchObject({ code: 'gate', details: ['研判日期不能晚于今天，请填实际发生的日期。'] });
  await advance(world, park, id, 'assessed', '2026-06-03');
  await expect(advance(world, park, id, 'assessed', '2026-06-04')).rejects.toMatchObject({ code: 'recorded' });
  // A correction is no way round a gate.
  await expect(call(recordsHandlers.correct, { id, version: await world.version(id), milestones: { started: '2026-06-05' }, reason: '补登' }, { context: fresh(park) })).rejects.toMatchObject({ code: 'bad-correction' });
}));

it('what happened long ago is recorded with a reason; a startup in rented rooms never breaks ground', () => inWorld(async (world) => {
  const park = world.as('gaoxinqu', 'park-officer');
  const { id } = await enter(world, park, { name: '新芯', source: '人才引荐', type: '人才创业项目' });
  await expect(advance(world, park, id, 'lead', '2026-03-01')).rejects.toMatchObject({ code: 'missing' });
  await advance(world, park, id, 'lead', '2026-03-01', '上季度漏登');
  await expect(advance(world, park, id, 'started', '2026-06-01')).rejects.toMatchObject({ details: ['“人才创业项目”不设开工，请核对项目类型和建设方式。'] });
  expect((await world.detail(park, id)).course!.gates.map((it) => it.milestone)).not.toContain('started');
}));

it('how it goes on is said beside the milestones, with a cause that can be searched, and reopens nothing', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'project', number: 'XM-9', unit: 'jingkaiqu', fields: { type: '产业项目', agreement: '正式协议', name: '月光' }, milestones: { signed: '2026-02-03' }, state: 'certify' });
  const park = world.as('jingkaiqu', 'park-officer');
  const say = async (is: 'lost' | 'behind', cause = '') => call(recordsHandlers.progress, { id, version: await world.version(id), is, cause, reason: '设备进口受阻' }, { context: fresh(park) });
  await expect(say('lost')).rejects.toMatchObject({ code: 'missing' });
  await expect(say('lost', '心情不好')).rejects.toMatchObject({ code: 'bad-cause' });
  await say('lost', '落户外地');
  const detail = await world.detail(park, id);
  expect([detail.progress, detail.state, detail.history.at(-1)!.what]).toEqual([{ is: 'lost', label: '流失', day: '2026-06-30', cause: '落户外地' }, 'certified', '标为流失']);
  expect(await world.figure('s3.signed', 'city', '2026')).toBe(1);
}));

it('taking back: by who entered it while nobody judged it, by a leader after that; it counts nowhere and its history stays', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'project', number: 'XM-9', unit: 'jingkaiqu', fields: { type: '产业项目', agreement: '正式协议', name: '月光' }, milestones: { signed: '2026-02-03' }, state: 'certify' });
  const withdraw = async (context: LedgerContext) => call(recordsHandlers.withdraw, { id, version: await world.version(id), reason: '重复登记' }, { context: fresh(context) });
  await expect(withdraw(world.as('gaoxinqu', 'park-leader'))).rejects.toMatchObject({ code: 'not-found' });
  await expect(withdraw(world.as('jingkaiqu', 'park-officer'))).rejects.toMatchObject({ code: 'forbidden', message: '其中有已经认定的事项，请本单位负责人撤回。' });
  await withdraw(world.as('jingkaiqu', 'park-leader', 'leader'));
  const detail = await world.detail(world.as('jingkaiqu', 'park-officer'), id);
  expect([detail.state, detail.history.at(-1)]).toMatchObject(['withdrawn', { what: '撤回记录', reason: '重复登记' }]);
  expect([await world.figure('s3.signed', 'city', '2026'), await world.figure('s3.signed', 'jingkaiqu', '2026', 'declared')]).toEqual([0, 0]);
}));

it('a talent who left reopens what was certified of the landing, and only with a reason (practice: a change reopens)', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'talent', number: 'RC-1', unit: 'jingkaiqu', fields: { name: await world.person('张三丰'), degree: '博士' }, milestones: { landed: '2026-02-03' }, state: 'certify' });
  const park = world.as('jingkaiqu', 'park-officer');
  await expect(advance(world, park, id, 'left', '2026-06-20')).rejects.toMatchObject({ code: 'missing' });
  await advance(world, park, id, 'left', '2026-06-20', '合同到期未续签');
  expect((await world.detail(park, id)).milestones.filter((it) => it.day !== null).map((it) => [it.id, it.state])).toEqual([['landed', 'declared'], ['left', 'declared']]);
}));

it('what it refers to is written as a number, and found only where the actor may see it', () => inWorld(async (world) => {
  await world.enter({ kind: 'project', number: 'XM-8', unit: 'gaoxinqu', fields: { name: '别家' } });
  const own = await world.enter({ kind: 'project', number: 'XM-7', unit: 'jingkaiqu', fields: { name: '自家', type: '产业项目' } });
  const park = world.as('jingkaiqu', 'park-officer');
  const money = { investor: '某资本', amount: '500' };
  await expect(enter(world, park, money, { references: { project: 'XM-8' } }, 'investment')).rejects.toMatchObject({ details: expect.arrayContaining([expect.stringContaining('“XM-8”没有找到')]) as string[] });
  const { id } = await enter(world, park, money, { references: { project: 'XM-7' } }, 'investment');
  expect((await world.detail(park, id)).references).toMatchObject([{ role: 'project', subject: { id: own } }]);
  await expect(call(recordsHandlers.correct, { id, version: await world.version(id), references: { project: 'XM-8' }, reason: '改' }, { context: fresh(park) })).rejects.toMatchObject({ code: 'bad-correction' });
}));
