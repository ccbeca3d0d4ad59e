import { expect, it } from 'vitest';
import type { Database } from '../../base/database.ts';
import { inWorld, workbook } from './test-world.ts';

it('an import that is no take-over declares: nothing is certified, whatever the file says', () => inWorld(async (world) => {
  const park = world.as('gaoxinqu', 'park-officer');
  const { id } = await world.upload(park, await workbook({ 项目台账: [{}], 人才台账: [{ 所属园区: '高新区' }] }));
  expect(await world.dossier('project', '项1')).toBeUndefined();
  expect(await world.read(park, id)).toMatchObject({ state: 'previewed', total: 2, mayConfirm: true, mayTakeOver: false, report: { accepted: { 项目台账: 1, 人才台账: 1 }, fresh: 2, changed: 0, same: 0 } });
  await world.confirm(park, id);
  const project = (await world.dossier('project', '项1'))!;
  expect([project.unit, ...Object.values(project.milestones).map((it) => it.state)]).toEqual(['gaoxinqu', 'declared', 'declared']);
  expect(await world.sql('select from verdict')).toEqual([]);
  expect(await world.read(park, id)).toMatchObject({ state: 'done', done: 2, document: null, mayConfirm: false, report: { fresh: 2 } });
  const facts = await world.sql<{ origin: object; account: string; request: string }>("select origin, account, request from fact where kind = 'entry' order by seq");
  expect(facts[1]).toMatchObject({ account: park.actor!.account, request: id, origin: { name: '台账.xlsx', sheet: '项目台账', row: 3 } });
}));

it('a change reopens what was certified; what stands already keeps its verdict', () => inWorld(async (world) => {
  await world.takeOver(await workbook({ 项目台账: [{ 投资方: '甲' }, { 签约日期: '2021-05-20' }, { 开工日期: '2021-08-01' }] }));
  const park = world.as('gaoxinqu', 'park-officer');
  const { id } = await world.upload(park, await workbook({ 项目台账: [{ 投资方: '乙' }, { 签约日期: '2021-05-20' }, { 开工日期: '2021-09-01' }] }));
  const { report } = await world.read(park, id);
  expect(report.changes).toEqual([
    { sheet: '项目台账', row: 3, number: '项1', kind: 'changed', differences: [{ label: '投资方', before: '甲', after: '乙' }, { label: '认定状态', before: '认定', after: '申报（有变更，须重新认定）' }] },
    { sheet: '项目台账', row: 5, number: '项3', kind: 'changed', differences: [{ label: '开工日期', before: '2021-08-01', after: '2021-09-01' }, { label: '认定状态', before: '认定', after: '申报（有变更，须重新认定）' }] },
  ]);
  await world.confirm(park, id);
  const states = async (number: string): Promise<string[]> => Object.entries((await world.dossier('project', number))!.milestones).map(([name, it]) => `${name} ${it.state}`).sort();
  expect([await states('项1'), await states('项2'), await states('项3')]).toEqual([
    ['entry declared', 'signed certified'],
    ['entry certified', 'signed certified'],
    ['entry certified', 'signed certified', 'started declared'],
  ]);
  expect((await world.read(park, id)).report).toMatchObject({ fresh: 0, changed: 2, same: 1 });
}));

it('decisions of a declared import are not taken, and it says so', () => inWorld(async (world) => {
  const office = world.as('rencaiban', 'talent-office');
  const { id } = await world.upload(office, await workbook({ 平台台账: [{}], 口径: [{ 取值: { number: '800' }, 生效日期: '2021-01-01' }] }));
  expect((await world.read(office, id)).report).toMatchObject({ accepted: { 平台台账: 1, 口径: 1 }, notes: [] });
  await world.confirm(office, id);
  const { report } = await world.read(office, id);
  expect([report.accepted, report.notes[0]!.slice(0, 6)]).toEqual([{ 平台台账: 1, 口径: 0 }, '口径 1 行']);
  expect(await world.sql('select from decision')).toEqual([]);
  expect((await world.dossier('platform', '平1'))!.unit).toBe('rencaiban');
}));

it('is confirmed once, by the unit that uploaded it', () => inWorld(async (world) => {
  const park = world.as('gaoxinqu', 'park-officer');
  const { id } = await world.upload(park, await workbook({ 项目台账: [{}] }));
  await expect(world.read(world.as('jingkaiqu', 'park-officer'), id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(world.confirm(world.as('jingkaiqu', 'park-officer'), id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(world.confirm(world.as('rencaiban', 'talent-office'), id)).rejects.toMatchObject({ code: 'forbidden' });
  // Both have looked before either confirms.
  const looked = Promise.withResolvers<void>();
  let waiting = 2;
  const query: Database['query'] = async (text, values) => {
    const found = await park.database.query<never>(text, values);
    if (--waiting === 0) looked.resolve();
    await looked.promise;
    return found;
  };
  const slow = { ...park, database: { ...park.database, query } };
  const both = await Promise.allSettled([world.confirm(slow, id), world.confirm(slow, id)]);
  expect(both.map((it) => (it.status === 'rejected' ? (it.reason as { code: string }).code : it.status)).sort()).toEqual(['already-confirmed', 'fulfilled']);
  await expect(world.confirm(park, id)).rejects.toMatchObject({ code: 'already-confirmed' });
  expect(await world.sql("select action, object_id from audit where action like 'imports:%' order by seq")).toEqual(['imports:preview', 'imports:confirm', 'imports:make'].map((action) => ({ action, object_id: id })));
}));
