import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { dayPort } from '../../app/day-port.ts';
import { rights } from '../../app/rights.ts';
import { clock } from '../../base/clock.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Role } from '../accounts/terms.ts';
import { inWorld, type World } from '../records/test-world.ts';
import { dayHandlers } from './handlers.ts';

// Everybody's today is Tuesday 2026-06-30.
const handlers = dayHandlers(dayPort);
const as = (world: World, unit: string, role: Role = 'park-officer', person?: string): LedgerContext => ({ ...world.as(unit, role, person), rights });
const rowsOf = async (context: LedgerContext) => (await call(handlers.today, undefined, { context })).rows;
const lines = async (context: LedgerContext) => (await rowsOf(context)).map((it) => `${it.label} ${it.title} ${it.path}`);
const lead = (world: World, number: string, unit = 'jingkaiqu', fields = {}) => world.enter({ kind: 'project', number, unit, fields: { name: `${number}号项目`, ...fields } });
const seal = ({ test: { owner } }: World, id: string) => owner.query("insert into record_seal (subject_id, reason) values ($1, '在谈')", [id]);

/** An account of its own for a person whom rows of the database name. */
async function employed({ test: { owner } }: World, context: LedgerContext): Promise<LedgerContext> {
  const { account, unit } = context.actor!;
  await owner.query("with p as (insert into person (id, name) values (gen_random_uuid(), $2) returning id) insert into account (id, login, login_key, person_id, unit, post) select $1, $2, $2, p.id, $3, '' from p", [account, `甲${account}`, unit]);
  return context;
}

async function followUp({ test: { owner } }: World, context: LedgerContext, subject: string, step: string | null, day: string | null): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    "insert into follow_up (subject_id, day, text, next_step, next_day, unit, account_id) values ($1, '2026-06-01', '看了厂房', $2, $3, $4, $5) returning id",
    [subject, step, day, context.actor!.unit, context.actor!.account],
  );
  return rows[0]!.id;
}

it('counts what the desk has for my office, due with its oldest, and leaves out what is sealed', () => inWorld(async (world) => {
  const ids = [await lead(world, 'XM-1'), await lead(world, 'XM-2', 'huangqiao'), await lead(world, 'XM-3')];
  for (const id of ids) await world.give(world.as('gongxinju'), id, 'verify');
  await seal(world, ids[2]!);
  const [row, ...rest] = await rowsOf(as(world, 'shangwuju', 'office-handler'));
  expect(rest).toEqual([]);
  expect(row).toMatchObject({ kind: 'desk', title: '项目・登记：2 项待认定', path: '/desk', search: { kind: 'project', milestone: 'entry', waits: 'certify' }, action: '去认定', age: 0, left: 4, due: '2026-07-06' });
  expect(await rowsOf(as(world, 'gongxinju', 'office-handler'))).toEqual([]);
}));

it('shows what was returned to its own unit alone', () => inWorld(async (world) => {
  const id = await lead(world, 'XM-1');
  await world.give(world.as('gongxinju'), id, 'return', { milestones: ['entry'], reason: '缺协议' });
  expect(await rowsOf(as(world, 'jingkaiqu'))).toMatchObject([{ kind: 'returned', title: 'XM-1号项目：登记被退回', below: 'XM-1・退回原因：缺协议', since: '2026-06-30', path: `/dossiers/${id}`, action: '补正或申诉' }]);
  expect(await lines(as(world, 'huangqiao', 'township-officer'))).toEqual([]);
  expect(await lines(as(world, 'kejiju', 'office-handler'))).toEqual([]);
}));

it('lists my own next steps until I follow the record up again, and none that was taken back', () => inWorld(async (world) => {
  const [first, second, third] = [await lead(world, 'XM-1'), await lead(world, 'XM-2'), await lead(world, 'XM-3')];
  const me = as(world, 'jingkaiqu');
  await followUp(world, me, first, '送方案', '2026-06-26');
  await followUp(world, me, second, '回访', '2026-07-14');
  await followUp(world, me, third, '太远', '2026-07-15');
  expect((await rowsOf(me)).map((it) => [it.title, it.left])).toEqual([['XM-1号项目：送方案', -2], ['XM-2号项目：回访', 10]]);
  expect(await lines(as(world, 'jingkaiqu', 'park-officer', 'another'))).toEqual([]);
  const again = await followUp(world, me, first, null, null);
  expect(await lines(me)).toEqual([`跟进 XM-2号项目：回访 /dossiers/${second}/follow-up`]);
  await world.test.owner.query("insert into follow_up_taken_back (follow_up_id, reason, account_id) select id, '写错', account_id from follow_up where id = $1 or next_step = '回访'", [again]);
  expect(await lines(me)).toEqual([`跟进 XM-1号项目：送方案 /dossiers/${first}/follow-up`]);
}));

it('tells of mentions until they are seen, under a code name where that is all one knows, and never of a sealed record', () => inWorld(async (world) => {
  const { owner } = world.test;
  const [open, sealed] = [await lead(world, 'XM-1', 'jingkaiqu', { codeName: '星海计划' }), await lead(world, 'XM-2')];
  const [park, office] = [as(world, 'jingkaiqu'), await employed(world, as(world, 'gongxinju', 'office-handler'))];
  for (const id of [open, sealed]) await owner.query('insert into mention (follow_up_id, account_id) values ($1, $2)', [await followUp(world, park, id, null, null), office.actor!.account]);
  await seal(world, sealed);
  const mentions = async () => (await rowsOf(office)).filter((it) => it.kind === 'mention');
  const [row, ...rest] = await mentions();
  expect(rest).toEqual([]);
  expect(row).toMatchObject({ title: '星海计划：看了厂房', path: `/dossiers/${open}`, mention: expect.any(String) });
  await owner.query('update mention set seen_at = clock_timestamp()');
  expect(await mentions()).toEqual([]);
}));

it('lists promises of own projects, overdue or due within ten working days', () => inWorld(async (world) => {
  const id = await lead(world, 'XM-1');
  for (const [text, due] of [['供地', '2026-06-29'], ['到资', '2026-07-14'], ['投产', '2026-07-15'], ['已办', '2026-06-01']]) {
    await world.test.owner.query("insert into promise (subject_id, side, text, due, unit, account_id) values ($1, 'city', $2, $3, 'jingkaiqu', uuidv7())", [id, text, due]);
  }
  await world.test.owner.query("insert into promise_act (promise_id, state, day, unit, account_id) select id, 'kept', '2026-06-01', 'jingkaiqu', uuidv7() from promise where text = '已办'");
  expect((await rowsOf(as(world, 'jingkaiqu'))).map((it) => [it.title, it.left])).toEqual([['XM-1号项目：供地', -1], ['XM-1号项目：到资', 10]]);
  expect(await lines(as(world, 'huangqiao', 'township-officer'))).toEqual([]);
  expect((await lines(as(world, 'gongxinju', 'office-handler'))).filter((it) => it.startsWith('约定'))).toEqual([]);
}));

it('gives decisions to approve to another than who proposed them, and imports to who made them', () => inWorld(async (world) => {
  const { owner } = world.test;
  const [proposer, leader] = [as(world, 'rencaiban', 'talent-office'), as(world, 'shiwei', 'city-leader')];
  await owner.query("insert into decision (parameter, value, from_day, document, proposed_by) values ('grant.max', '\"300\"', '2026-01-01', '会议纪要', $1)", [proposer.actor!.account]);
  expect((await rowsOf(leader)).map((it) => [it.kind, it.below])).toEqual([['decision', '依据：会议纪要']]);
  expect(await lines(proposer)).toEqual([]);
  const park = as(world, 'jingkaiqu');
  await owner.query("insert into import (account_id, unit, files, state, total) values ($1, 'jingkaiqu', '[]', 'previewed', 12), ($1, 'jingkaiqu', '[]', 'done', 3)", [park.actor!.account]);
  expect((await rowsOf(park)).map((it) => it.title)).toEqual(['上传的台账 12 行已核对，等您确认']);
  expect(await lines(as(world, 'jingkaiqu', 'park-officer', 'another'))).toEqual([]);
}));

it('gives explanations to who decides, and offers to the unit to which they are made, without naming the lead', () => inWorld(async (world) => {
  const { owner } = world.test;
  const id = await lead(world, 'XM-1');
  const park = await employed(world, as(world, 'jingkaiqu'));
  const { rows: [check] } = await owner.query<{ id: string }>("insert into first_report_check (account_id, unit, post, held, asked) values ($1, 'jingkaiqu', '', true, 'x') returning id", [park.actor!.account]);
  await owner.query("insert into holding_request (kind, check_id, by_unit, to_unit, reason, made_by) values ('explain', $1, 'jingkaiqu', 'shangwuju', '另一期', $2)", [check!.id, park.actor!.account]);
  await owner.query("insert into holding_request (kind, subject_id, by_unit, to_unit, percent, reason, made_by) values ('share', $1, 'jingkaiqu', 'huangqiao', 40, '共同', $2)", [id, park.actor!.account]);
  expect(await lines(as(world, 'shangwuju', 'commerce-bureau'))).toEqual(['首报 泰兴经济开发区说明是另一个项目，等裁定 /first-report']);
  expect(await lines(as(world, 'huangqiao', 'township-officer'))).toEqual(['协商 泰兴经济开发区提议共同推进，等本单位答复 /first-report']);
  expect(await lines(park)).toEqual([]);
}));

it('says it in the row where a year’s holidays are not known', () => inWorld(async (world) => {
  const id = await lead(world, 'XM-1');
  const me = { ...as(world, 'jingkaiqu'), clock: clock('2099-01-05') };
  await followUp(world, me, id, '送方案', '2099-01-06');
  expect(await rowsOf(me)).toMatchObject([{ due: '2099-01-06', left: null, note: expect.stringContaining('2099 年的节假日安排还没有录入') }]);
}));
