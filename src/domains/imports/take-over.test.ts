import { expect, it } from 'vitest';
import { inWorld, workbook } from './test-world.ts';

const DOCUMENT = '泰招商〔2022〕1号';

it('the keeper of a register takes a past year over on a document, marked so for ever', () => inWorld(async (world) => {
  const office = world.as('shangwuju', 'office-handler');
  const { id } = await world.upload(office, await workbook({ 项目台账: [{}, { 认定状态: '退回' }, { 认定状态: '申报' }] }));
  expect(await world.read(office, id)).toMatchObject({ mayTakeOver: true, whyNot: null });
  await expect(world.confirm(office, id, ' ')).rejects.toMatchObject({ code: 'missing' });
  await world.confirm(office, id, DOCUMENT);
  expect(await world.read(office, id)).toMatchObject({ state: 'done', document: DOCUMENT });
  const states = await Promise.all(['项1', '项2', '项3'].map(async (it) => (await world.dossier('project', it))!.milestones['entry']!.state));
  expect(states).toEqual(['certified', 'returned', 'declared']);
  const verdicts = await world.sql('select distinct act, unit, document, taken_over from verdict order by act');
  expect(verdicts).toEqual(['certify', 'return'].map((act) => ({ act, unit: 'shangwuju', document: DOCUMENT, taken_over: true })));
  const facts = await world.sql("select distinct unit from fact where kind = 'entry'");
  expect(facts).toEqual([{ unit: 'gaoxinqu' }]);
}));

it('shows the verdicts that would be taken over where they differ', () => inWorld(async (world) => {
  await world.takeOver(await workbook({ 项目台账: [{ 认定状态: '申报' }, {}] }));
  const office = world.as('shangwuju', 'office-handler');
  const { id } = await world.upload(office, await workbook({ 项目台账: [{}, {}] }));
  const { report } = await world.read(office, id);
  expect([report.changed, report.same, report.changes.map((it) => it.differences)]).toEqual([1, 1, [[{ label: '认定状态', before: '申报', after: '认定' }]]]);
}));

it('nobody else does: not for a register that another office keeps, not a park, not the talent office for all', () => inWorld(async (world) => {
  const office = world.as('shangwuju', 'office-handler');
  const both = await world.upload(office, await workbook({ 项目台账: [{}], 平台台账: [{}] }));
  const seen = await world.read(office, both.id);
  expect([seen.mayTakeOver, seen.whyNot]).toEqual([false, '期初建账由保管台账的单位办理：“平台台账”由科技局保管。请只上传本单位保管的台账，或按申报导入。']);
  await expect(world.confirm(office, both.id, DOCUMENT)).rejects.toMatchObject({ code: 'forbidden' });
  const park = world.as('gaoxinqu', 'park-officer');
  const own = await world.upload(park, await workbook({ 项目台账: [{}] }));
  await expect(world.confirm(park, own.id, DOCUMENT)).rejects.toMatchObject({ code: 'forbidden' });
  const talent = world.as('rencaiban', 'talent-office');
  const all = await world.upload(talent, await workbook({ 项目台账: [{}] }));
  await expect(world.confirm(talent, all.id, DOCUMENT)).rejects.toMatchObject({ code: 'forbidden' });
  const kept = await world.upload(talent, await workbook({ 人才台账: [{}], 口径: [{ 取值: '800', 生效日期: '2021-01-01' }] }));
  await world.confirm(talent, kept.id, DOCUMENT);
  expect((await world.read(talent, all.id)).state).toBe('previewed');
  expect(await world.sql('select taken_over, document from decision')).toEqual([{ taken_over: true, document: DOCUMENT }]);
}));

it('by the command each register is taken over in the name of its keeper, the import standing with the others', () => inWorld(async (world) => {
  const { changed } = await world.takeOver(await workbook({ 平台台账: [{}], 项目台账: [{ 落户平台: '平1' }], 投资台账: [{}], 中介机构: [{}] }));
  expect(changed).toBe(4);
  const verdicts = await world.sql("select distinct s.kind, v.unit from verdict v join subject s on s.id = v.subject_id order by s.kind");
  expect(verdicts).toEqual([{ kind: 'agency', unit: 'rensheju' }, { kind: 'investment', unit: 'caizhengju' }, { kind: 'platform', unit: 'kejiju' }, { kind: 'project', unit: 'shangwuju' }]);
  const units = await world.sql('select kind, unit from dossier order by kind');
  expect(units).toEqual([{ kind: 'agency', unit: 'rensheju' }, { kind: 'investment', unit: 'caizhengju' }, { kind: 'platform', unit: 'huangqiao-kfq' }, { kind: 'project', unit: 'gaoxinqu' }]);
  expect(await world.sql('select state, document, done, total from import')).toEqual([{ state: 'done', document: '2021 年度台账', done: 4, total: 4 }]);
}));
