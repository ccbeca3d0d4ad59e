import { expect, it } from 'vitest';
import { inWorld, workbook } from './test-world.ts';

it('a unit imports its own rows; with one of another the import is refused whole and the preview stays', () => inWorld(async (world) => {
  const park = world.as('gaoxinqu', 'park-officer');
  const { id } = await world.upload(park, await workbook({
    项目台账: [{}, { 责任单位: '黄桥经济开发区' }, { 责任单位: '黄桥经济开发区', 协作单位: '高新区 40%' }],
    活动台账: [{ 主办单位: '科技局' }, { 主办单位: '科技局', 联办单位: '高新区' }],
  }));
  const { report, mayConfirm, whyNotConfirm } = await world.read(park, id);
  expect([report.foreign, report.foreignCount, report.fresh, mayConfirm]).toEqual([[{ sheet: '项目台账', row: 4, number: '项2' }, { sheet: '活动台账', row: 3, number: '活1' }], 2, 3, false]);
  expect(whyNotConfirm).toContain('2 行不是本单位的记录');
  await expect(world.confirm(park, id)).rejects.toMatchObject({ code: 'foreign-rows', details: ['项目台账第 4 行 项2', '活动台账第 3 行 活1'] });
  expect([await world.dossier('project', '项1'), (await world.read(park, id)).state]).toEqual([undefined, 'previewed']);
}));

it('what is registered under a number stays with its units, and nothing of it is shown', () => inWorld(async (world) => {
  await world.takeOver(await workbook({ 项目台账: [{ 责任单位: '黄桥经济开发区', 投资方: '秘密公司' }, { 责任单位: '黄桥经济开发区', 协作单位: '高新区 40%' }], 投资台账: [{}] }));
  const park = world.as('gaoxinqu', 'park-officer');
  const { id } = await world.upload(park, await workbook({ 项目台账: [{ 投资方: '抢' }, { 协作单位: '黄桥经济开发区 10%' }] }));
  const seen = await world.read(park, id);
  expect([seen.report.foreign.map((it) => it.number), seen.report.changed]).toEqual([['项1'], 1]);
  expect(JSON.stringify(seen)).not.toContain('秘密公司');
  const money = await world.upload(park, await workbook({ 投资台账: [{}, { 项目编号: '项1' }, { 项目编号: '项2' }] }));
  expect((await world.read(park, money.id)).report.foreign.map((it) => it.number)).toEqual(['投1', '投2']);
}));

it('a second signing is told to a park without the number of another park’s project', () => inWorld(async (world) => {
  const same = { 项目名称: '甲项目', 统一社会信用代码: '91110000600037341L' };
  await world.takeOver(await workbook({ 项目台账: [{ ...same, 项目编号: '秘1', 责任单位: '黄桥经济开发区' }] }));
  const park = world.as('gaoxinqu', 'park-officer');
  const hidden = await world.read(park, (await world.upload(park, await workbook({ 项目台账: [same] }))).id);
  expect(hidden.report.rejected[0]).toMatchObject({ code: 'resigned', label: '重复签约', message: '信用代码和项目名称与一个已登记的项目相同，是重复签约，不再计一次；请与商务局核对' });
  const office = world.as('kejiju', 'office-handler');
  const open = await world.read(office, (await world.upload(office, await workbook({ 项目台账: [same] }))).id);
  expect(open.report.rejected[0]!.message).toContain('“秘1”');
}));

it('the office that keeps a register may import rows of every unit into it, as declared by itself', () => inWorld(async (world) => {
  const office = world.as('shangwuju', 'office-handler');
  const { id } = await world.upload(office, await workbook({ 项目台账: [{}, { 责任单位: '黄桥经济开发区' }] }));
  await world.confirm(office, id);
  expect([(await world.dossier('project', '项2'))!.unit, (await world.dossier('project', '项2'))!.milestones['entry']!.state]).toEqual(['shangwuju', 'declared']);
}));

it('names of persons are shown in full to who may write the record, masked to others', () => inWorld(async (world) => {
  await world.takeOver(await workbook({ 人才台账: [{ 姓名: '欧阳修', 所属园区: '高新区', 引荐方: '某猎头' }] }));
  const file = await workbook({ 人才台账: [{ 姓名: '司马光', 所属园区: '高新区', 引荐方: '另一家' }] });
  const park = world.as('gaoxinqu', 'park-officer');
  const { id } = await world.upload(park, file);
  const name = (seen: Awaited<ReturnType<typeof world.read>>): unknown => seen.report.changes[0]!.differences.slice(0, 2);
  expect(name(await world.read(park, id))).toEqual([{ label: '姓名', before: '欧阳修', after: '司马光' }, { label: '引荐方', before: '某猎头', after: '另一家' }]);
  expect(name(await world.read(world.as('rencaiban', 'talent-office'), id))).toEqual([{ label: '姓名', before: '欧*', after: '司*' }, { label: '引荐方', before: '某猎头', after: '另一家' }]);
  const stored = await world.sql('select report, files from import');
  expect(JSON.stringify([stored, await world.sql('select detail from audit'), await world.sql('select body from dossier')])).not.toMatch(/欧阳修|司马光|某猎头/);
}));
