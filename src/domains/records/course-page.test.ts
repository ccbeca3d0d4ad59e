import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { fresh } from '../../../tests/context.ts';
import { audit } from '../../base/audit.ts';
import { transact } from '../../base/transaction.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { keepEvidence } from './evidence.ts';
import { recordsHandlers } from './handlers.ts';
import { inWorld, type World } from './test-world.ts';

const PDF = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');

async function lead(world: World, context: LedgerContext, fields: Record<string, string> = {}): Promise<string> {
  const { id } = await call(recordsHandlers.enter, { kind: 'project', fields: { name: '星海', source: '自行接洽', ...fields }, milestones: { lead: '2026-06-01' } }, { context: fresh(context) });
  await transact(world.test.database, (tx) => keepEvidence(tx, { account: context.actor!.account, unit: context.actor!.unit, request: crypto.randomUUID(), today: '2026-06-30' }, { dossier: id, milestone: 'assessed', kind: '研判意见', name: '意见.pdf', bytes: PDF }));
  return id;
}

it('a milestone is recorded with what it still wants, in one act; nothing of it stays where it is refused', () => inWorld(async (world) => {
  const park = world.as('jingkaiqu', 'park-officer');
  const id = await lead(world, park);
  const advance = async (fields: Record<string, string>, context = fresh(park)) => call(recordsHandlers.advance, { id, version: await world.version(id), milestone: 'assessed', day: '2026-06-20', fields }, { context });
  await expect(advance({ content: '减速器' })).rejects.toMatchObject({ code: 'gate', details: ['“产业链”还没有填写，请补上。'] });
  expect((await world.detail(park, id)).fields.find((it) => it.id === 'content')!.value).toBeNull();
  await advance({ content: '减速器', chain: '机电' });
  const { fields, course, version } = await world.detail(park, id);
  expect([fields.find((it) => it.id === 'content')!.value, course!.gates.find((it) => it.milestone === 'assessed')!.day]).toEqual(['减速器', '2026-06-20']);
  expect(version).toBe(2);
}));

it('the same request twice, and a second tab, have one effect', () => inWorld(async (world) => {
  const park = world.as('jingkaiqu', 'park-officer');
  const id = await lead(world, park, { content: '减速器', chain: '机电' });
  const context = fresh(park);
  const input = { id, version: await world.version(id), milestone: 'assessed', day: '2026-06-20' };
  await Promise.all([call(recordsHandlers.advance, input, { context }), call(recordsHandlers.advance, input, { context })]);
  await expect(call(recordsHandlers.advance, input, { context: fresh(park) })).rejects.toMatchObject({ code: 'stale' });
  const entering = { kind: 'project', fields: { name: '月光', source: '其他' } };
  const twice = fresh(park);
  const [one, two] = [await call(recordsHandlers.enter, entering, { context: twice }), await call(recordsHandlers.enter, entering, { context: twice })];
  expect(two).toEqual(one);
  expect((await world.detail(park, id)).history.filter((it) => it.what === '研判')).toHaveLength(1);
}));

it('a form is made of the pack’s words: what each course wants, what decides it, what ends it', () => inWorld(async (world) => {
  const form = await call(recordsHandlers.form, { kind: 'project' }, { context: world.as('jingkaiqu', 'park-officer') });
  expect(form.courses.map((it) => [it.id, it.required, it.milestone?.name])).toContainEqual(['startup', ['name', 'source'], '线索']);
  expect(form.fields.filter((it) => it.decides).map((it) => it.label)).toEqual(['项目类型', '币种', '建设方式']);
  expect([form.mayEnter, form.numbered, form.shared, form.unit.id]).toEqual([true, true, true, 'jingkaiqu']);
  expect((await call(recordsHandlers.form, { kind: 'talent' }, { context: world.as('jingkaiqu', 'park-leader', '领导') })).mayEnter).toBe(false);
  // A talent's landing wants evidence, so it is given no day at entry; its name is always asked.
  expect((await call(recordsHandlers.form, { kind: 'talent' }, { context: world.as('jingkaiqu', 'park-officer') })).courses[0]).toMatchObject({ required: ['name', 'degree', 'engagement', 'employer'], milestone: null });
}));

it('a register is narrowed by stage, progress, cause, words and size; its board has the same records by stage', () => inWorld(async (world) => {
  const park = world.as('jingkaiqu', 'park-officer');
  const one = await lead(world, park, { chain: '化工新材料', planned: '6000' });
  await world.enter({ kind: 'project', number: 'XM-9', unit: 'jingkaiqu', fields: { name: '月光', type: '产业项目', chain: '机电', planned: '10000000000' }, milestones: { signed: '2026-02-03' } });
  await world.enter({ kind: 'project', number: 'XM-8', unit: 'gaoxinqu', fields: { name: '别家' }, milestones: { signed: '2026-02-03' } });
  await call(recordsHandlers.progress, { id: one, version: await world.version(one), is: 'lost', cause: '落户外地' }, { context: fresh(park) });
  const found = async (more: object) => (await call(recordsHandlers.search, { kind: 'project', ...more }, { context: park })).rows.map((it) => it.name);
  expect(await found({ stage: '签约' })).toEqual(['月光']);
  expect(await found({ stage: '线索', progress: 'lost', cause: '落户外地' })).toEqual(['星海']);
  expect([await found({ cause: '其他' }), await found({ fields: { chain: '化工' } }), await found({ fields: { type: '产业项目' } }), await found({ atLeast: { planned: '7000' } })]).toEqual([[], ['星海'], ['月光'], ['月光']]);
  await expect(found({ fields: { contact: '张' } })).rejects.toMatchObject({ code: 'bad-filter' });
  await expect(found({ atLeast: { planned: '很多' } })).rejects.toMatchObject({ code: 'bad-filter' });
  const board = await call(recordsHandlers.board, { kind: 'project' }, { context: park });
  expect(board.filter((it) => it.total > 0).map((it) => [it.stage, it.cards.map((card) => [card.name, card.amount, card.days, card.progress?.label])])).toEqual([['线索', [['星海', '6,000万元', 29, '流失']]], ['签约', [['月光', '10,000万元', 147, undefined]]]]);
}));

it('who looked at what a record keeps covered is told to its own leaders and to who audits', () => inWorld(async (world) => {
  const person = await world.person('张三丰');
  const id = await world.enter({ kind: 'talent', number: 'RC-1', unit: 'jingkaiqu', fields: { name: person } });
  const other = await world.enter({ kind: 'talent', number: 'RC-2', unit: 'gaoxinqu', fields: { name: person } });
  const look = { account: null, unit: 'rencaiban', action: 'persons:look', objectKind: 'person', objectId: person, request: crypto.randomUUID() };
  await transact(world.test.database, (tx) => audit(tx, [{ ...look, detail: { dossier: id, field: 'phone', reason: '核对申报材料' } }, { ...look, detail: { dossier: other, field: 'name', reason: '另一条' } }]));
  const looks = (context: LedgerContext) => call(recordsHandlers.looks, { id }, { context });
  expect(await looks(world.as('jingkaiqu', 'park-leader', '领导'))).toEqual([{ at: expect.any(String), who: null, unit: { id: 'rencaiban', name: '人才办' }, what: '查看联系电话', reason: '核对申报材料' }]);
  expect(await looks(world.as('rencaiban', 'audit-observer', '审计'))).toHaveLength(1);
  await expect(looks(world.as('gaoxinqu', 'park-leader', '邻园'))).rejects.toMatchObject({ code: 'not-found' });
  await expect(looks(world.as('gongxinju', 'office-leader', '局长'))).rejects.toMatchObject({ code: 'forbidden' });
}));
