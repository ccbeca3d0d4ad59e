import { expect, it } from 'vitest';
import { refusedFileOf } from './refused-download.ts';
import { inWorld, type World, workbook } from './test-world.ts';

const seal = (world: World, number: string): Promise<unknown> => world.sql("insert into record_seal (subject_id, reason) select subject_id, '在谈' from dossier where number = $1", [number]);
const park = { 责任单位: '黄桥经济开发区', 投资方: '秘密公司', 统一社会信用代码: '91110000600037341L', 项目名称: '甲项目' };

it('an office that imports for all learns of a sealed record no more than that its number is not for it', () => inWorld(async (world) => {
  await world.takeOver(await workbook({ 项目台账: [park] }));
  await seal(world, '项1');
  for (const office of [world.as('rencaiban', 'talent-office'), world.as('shangwuju', 'office-handler')]) {
    const { id } = await world.upload(office, await workbook({ 项目台账: [{ 责任单位: '高新区' }, { ...park, 项目编号: '项9' }], 投资台账: [{ 项目编号: '项1' }] }));
    const { report } = await world.read(office, id);
    expect(report.rejected.map((it) => [it.code, it.message])).toEqual([
      ['not-open', '编号“项1”不能由本单位登记或更改，请与商务局联系'],
      ['resigned', '信用代码和项目名称与一个已登记的项目相同，是重复签约，不再计一次；请与商务局核对'],
      ['unknown-ref', '“项目”的“项1”不在台账里，请先登记它，或改成已登记的编号'],
    ]);
    expect([report.fresh, report.changed, report.same, report.changes]).toEqual([0, 0, 0, []]);
  }
  const bureau = world.as('shangwuju', 'commerce-bureau');
  const seen = await world.read(bureau, (await world.upload(bureau, await workbook({ 项目台账: [{ ...park, 投资方: '另一家' }] }))).id);
  expect(seen.report.changes[0]!.differences).toContainEqual({ label: '投资方', before: '秘密公司', after: '另一家' });
}));

it('another park learns nothing: a sealed number is as any other unit’s, and cannot be referred to', () => inWorld(async (world) => {
  await world.takeOver(await workbook({ 项目台账: [park, { ...park, 项目名称: '乙项目' }] }));
  await seal(world, '项1');
  const other = world.as('gaoxinqu', 'park-officer');
  const reportOf = async (registers: Parameters<typeof workbook>[0]) => (await world.read(other, (await world.upload(other, await workbook(registers))).id)).report;
  expect((await reportOf({ 项目台账: [{}, {}] })).foreign.map((it) => it.number)).toEqual(['项1', '项2']);
  const { rejected } = await reportOf({ 投资台账: [{ 项目编号: '项1' }, { 项目编号: '项404' }] });
  expect(rejected.map((it) => it.message.replace(/项\d+/, '某'))).toEqual(Array.from({ length: 2 }, () => '“项目”的“某”不在台账里，请先登记它，或改成已登记的编号'));
}));

it('what is sealed after an import was previewed is not told to others any more, nor goes in by them', () => inWorld(async (world) => {
  await world.takeOver(await workbook({ 项目台账: [park] }));
  const office = world.as('shangwuju', 'office-handler');
  const { id } = await world.upload(office, await workbook({ 项目台账: [{ ...park, 投资方: '另一家' }] }));
  expect((await world.read(office, id)).report.changes).toHaveLength(1);
  await seal(world, '项1');
  expect(JSON.stringify(await world.read(office, id))).not.toMatch(/秘密公司|另一家/);
  await world.confirm(office, id);
  expect((await world.dossier('project', '项1'))!.fields['investor']).toBe('秘密公司');
}));

it('the rows of a unit’s import stay with it: who reads imports over all units sees how many were refused and why', () => inWorld(async (world) => {
  const own = world.as('huangqiao', 'park-officer');
  const { id } = await world.upload(own, await workbook({ 项目台账: [{ ...park, 签约日期: '2022-13-40' }] }));
  const [mine, office, observer] = [own, world.as('rencaiban', 'talent-office'), world.as('rencaiban', 'audit-observer')];
  expect((await world.read(office, id)).report.rejected).toEqual([{ sheet: '项目台账', row: 3, code: 'bad-date', label: '日期有误', message: '日期有误' }]);
  expect((await world.read(office, id)).hasRefusedFile).toBe(false);
  await expect(refusedFileOf(office, id)).rejects.toMatchObject({ code: 'not-found' });
  for (const context of [mine, observer]) {
    expect((await world.read(context, id)).report.rejected[0]!.message).toContain('2022-13-40');
    expect((await refusedFileOf(context, id)).bytes.length).toBeGreaterThan(0);
  }
}));
