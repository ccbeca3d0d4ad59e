import { expect, it } from 'vitest';
import { inWorld } from './test-world.ts';
import type { DossierView } from './views.ts';

const startup = { name: '星光医药', type: '人才创业项目', agreement: '正式协议', planned: '100000000', talentLed: true };

function ruleOf(detail: DossierView, measure: string): DossierView['rules'][number] {
  return detail.rules.find((it) => it.measure === measure)!;
}

it('tells where a record was read, who did what, and that its verdicts were taken over', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: startup, milestones: { signed: '2026-02-03' }, state: 'certify' });
  const office = world.as('shangwuju');
  const { database } = world.test;
  const person = await world.person('王经办');
  await database.query("insert into account (id, login, login_key, person_id, unit, post) values ($1, 'w', 'w', $2, 'shangwuju', '')", [office.actor!.account, person]);
  await world.give(office, id, 'not-count', { reason: '与上年重复' });
  const { origin, history } = await world.detail(office, id);
  expect(origin).toBe('《register-sample.xlsx》项目台账第45行');
  expect(history.map((it) => [it.what, it.detail, it.day, it.unit.name, it.who, it.takenOver, it.origin])).toEqual([
    ['登记', '', null, '泰兴经济开发区', null, false, origin],
    ['签约', '', '2026-02-03', '泰兴经济开发区', null, false, origin],
    ['认定', '登记、签约', '2026-06-30', '人才办', null, true, null],
    ['不计分', '登记、签约', '2026-06-30', '商务局', '王经办', false, null],
  ]);
  expect(history[2]).toMatchObject({ reason: '期初建账', document: '期初建账文件' });
}));

it('shows where it counts: owner, window of the measure’s own period, shares', () => inWorld(async (world) => {
  const platform = await world.enter({ kind: 'platform', number: '医药研究院', unit: 'gaoxinqu', state: 'certify' });
  const id = await world.enter({ kind: 'project', number: 'XM-1', unit: 'gaoxinqu', fields: startup, references: { platform }, milestones: { signed: '2026-02-03', registered: '2026-03-04' }, credits: { gaoxinqu: '0.6', jichuan: '0.4' }, state: 'certify' });
  const session = await world.enter({ kind: 'activity', number: 'HD-1', unit: 'gaoxinqu', fields: { type: '项目路演' }, milestones: { held: '2026-03-01' } });
  const office = world.as('shangwuju');
  const certified = (await world.detail(office, id)).counted.filter((it) => it.standing === 'certified').map((it) => [it.measure, it.owner.name, it.window, it.quantity]);
  expect(certified).toContainEqual(['a1.landings', '医药研究院', '2026', 1]);
  expect(certified).toContainEqual(['s3.talentLed', '泰兴高新区', '2026', 0.6]);
  expect(certified).toContainEqual(['s3.talentLed', '济川街道', '2026', 0.4]);
  expect(certified).toContainEqual(['s3.talentLed', '泰兴市', '2026', 1]);
  expect((await world.detail(office, session)).counted.map((it) => [it.owner.name, it.window, it.standing])).toEqual([['泰兴市', '2026', 'declared'], ['泰兴高新区', '2026B2', 'declared']]);
}));

it('explains every rule that speaks of such a record: yes, no, or what is missing', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: { ...startup, paidIn: '80000000' }, milestones: { signed: '2026-02-03', registered: '2026-03-04' }, state: 'certify' });
  const detail = await world.detail(world.as('shangwuju'), id);
  expect(detail.rules.map((it) => it.measure)).toEqual(['a1.landings', 'a5.projects', 'a9.landings', 's3.signed', 's3.started', 's3.signedOrStarted', 's3.talentLed', 's3.yi', 's3.yi']);
  expect(ruleOf(detail, 's3.signed').explained).toMatchObject({ outcome: 'yes', parts: [{ sentence: '登记了签约日期', found: '2026-02-03' }, { outcome: 'yes' }] });
  expect(ruleOf(detail, 's3.started').explained).toMatchObject({ outcome: 'no', parts: [{ sentence: '登记了开工日期', outcome: 'no', found: '无' }, { outcome: 'yes' }] });
  expect(ruleOf(detail, 'a1.landings').explained).toMatchObject({ outcome: 'no', parts: [{ outcome: 'yes' }, { sentence: '登记了落户平台', outcome: 'no', found: '无' }, { outcome: 'yes' }] });
  expect(ruleOf(detail, 's3.signed').clauses.map((it) => it.id)).toEqual(['s3.2']);
  expect(detail.rules.at(-1)!.explained).toMatchObject({ outcome: 'unknown', missing: ['决定：实缴资本认定标准（万元）'] });
}));

it('what a unit may not see is not told by its neighbours', () => inWorld(async (world) => {
  const talent = await world.enter({ kind: 'talent', number: 'RC-1', unit: 'jingkaiqu', fields: { name: await world.person('张三丰'), degree: '博士' }, milestones: { landed: '2026-02-03' } });
  const foreign = await world.enter({ kind: 'project', number: 'XM-9', unit: 'gaoxinqu', fields: { ...startup, name: '密谈项目' }, references: { talent }, milestones: { registered: '2026-02-04' } });
  const [park, other, office] = [world.as('jingkaiqu', 'park-officer'), world.as('gaoxinqu', 'park-officer'), world.as('rensheju')];
  const seen = await world.detail(park, talent);
  expect(seen.referredBy).toEqual([]);
  expect(JSON.stringify(seen)).not.toMatch(/XM-9|密谈/);
  expect(JSON.stringify(ruleOf(seen, 'a1.landings').explained)).toContain('其他单位的项目：');
  expect((await world.detail(office, talent)).referredBy).toMatchObject([{ label: '项目（人才）', subject: { number: 'XM-9', name: '密谈项目' } }]);
  expect((await world.detail(other, foreign)).references).toEqual([{ role: 'talent', label: '人才', open: false, subject: { id: talent, kind: 'talent', kindLabel: '人才', number: 'RC-1', name: 'RC-1' } }]);
  expect((await world.detail(office, foreign)).references).toMatchObject([{ open: true, subject: { number: 'RC-1', name: '张*' } }]);
}));

it('awards that a record is a case of, and what may be done with it', () => inWorld(async (world) => {
  const talent = await world.enter({ kind: 'talent', number: 'RC-1', unit: 'gaoxinqu', fields: { name: await world.person('张三丰'), degree: '博士', role: '创新', engagement: '全职', employer: '星光医药', plan: '双创计划', planLevel: '省级', introducer: await world.person('某机构') }, milestones: { introduced: '2026-01-01', landed: '2026-01-10', selected: '2026-03-01' }, state: 'certify' });
  const detail = await world.detail(world.as('gaoxinqu', 'park-officer'), talent);
  expect(detail.awards).toEqual([{ award: 't4.2', label: '引才奖励', case: 'RC-1', year: 2026, outcome: 'yes', minFen: '1000000', maxFen: '10000000' }]);
  expect([detail.mayCorrect, detail.mayTransfer]).toEqual([true, false]);
  expect(detail.fields.find((it) => it.id === 'introducer')!.value).toBe('某机构');
  expect(detail.fields.find((it) => it.id === 'degree')).toEqual({ id: 'degree', label: '学历', value: '博士', type: 'choice', choices: ['博士', '硕士', '本科'] });
  const leader = await world.detail(world.as('rencaiban', 'city-leader'), talent);
  expect([leader.mayCorrect, leader.mayTransfer]).toEqual([false, false]);
}));
