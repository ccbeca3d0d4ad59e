import { expect, it } from 'vitest';
import { makeRegisters } from '../../../tests/registers/make-registers.ts';
import { writeRegistersXlsx } from '../../../tests/registers/write-registers.ts';
import { inWorld, workbook } from './test-world.ts';

it('the same file twice changes nothing and is told the same', () => inWorld(async (world) => {
  const { sheets } = makeRegisters({ seed: 77, year: 2021, projects: 120 });
  const file = { name: '台账.xlsx', bytes: await writeRegistersXlsx(sheets) };
  const first = await world.takeOver(file);
  const before = await world.counts();
  const dossiers = await world.sql('select subject_id, version, seq, body from dossier order by 1');
  const second = await world.takeOver(file);
  expect([first.changed > 0, second.changed]).toEqual([true, 0]);
  expect(second.report).toEqual(first.report);
  expect(await world.counts()).toEqual({ ...before, audit: before.audit + 1 });
  expect(await world.sql('select subject_id, version, seq, body from dossier order by 1')).toEqual(dossiers);
}));

it('a framework agreement and the contract that followed it under another number stay two, however often they are imported', () => inWorld(async (world) => {
  const same = { 项目名称: '甲项目', 统一社会信用代码: '91110000600037341L' };
  const file = await workbook({ 项目台账: [{ ...same, 协议类型: '框架协议' }, same, same] });
  const { report } = await world.takeOver(file);
  expect(report.rejected.map((it) => [it.row, it.code])).toEqual([[5, 'resigned']]);
  expect((await world.takeOver(file)).report).toEqual(report);
  expect((await world.takeOver(file, file)).report.rejected.map((it) => [it.row, it.code])).toEqual([[5, 'resigned'], [5, 'resigned']]);
  const signed = await world.takeOver(await workbook({ 项目台账: [same] }));
  expect(signed.report.rejected.map((it) => [it.row, it.code])).toEqual([[3, 'resigned']]);
  const other = await world.takeOver(await workbook({ 项目台账: [{ ...same, 项目编号: '项9', 协议类型: '框架协议' }] }));
  expect(other.report.rejected[0]!.message).toContain('“项2”');
}));

it('a corrected row updates its record, a blank empties its field, an absent row or column changes nothing', () => inWorld(async (world) => {
  await world.takeOver(await workbook({ 项目台账: [{ 投资方: '甲公司', 产业链: '化工', 签约日期: '2021-05-20', 开工日期: '2021-06-01', 协作单位: '黄桥经济开发区 40%' }, {}] }));
  const untouched = await world.dossier('project', '项2');
  const { changed } = await world.takeOver(await workbook({ 项目台账: [{ 投资方: '乙公司', 开工日期: null, 协作单位: '虹桥园区 10%' }] }));
  const after = (await world.dossier('project', '项1'))!;
  expect(changed).toBe(1);
  expect([after.fields['investor'], after.fields['chain'], Object.keys(after.milestones).sort()]).toEqual(['乙公司', undefined, ['entry', 'signed']]);
  expect(after.credits[0]!.parts).toEqual([{ unit: 'gaoxinqu', share: '0.9' }, { unit: 'hongqiao-yq', share: '0.1' }]);
  expect(await world.dossier('project', '项2')).toEqual(untouched);

  const header = ['项目编号', '项目名称', '责任单位', '项目类型', '计划总投资', '协议类型', '认定状态'];
  const csv = [['项目台账（2021年度）'], header, ['项1', '某项目', '高新区', '产业项目', '5000', '正式协议', '认定']].map((it) => it.join(',')).join('\n');
  expect((await world.takeOver({ name: '项目台账.csv', bytes: Buffer.from(csv) })).changed).toBe(0);
  expect(await world.dossier('project', '项1')).toEqual(after);
}));

it('of two files that name a number the later updates the earlier, and the two again change nothing', () => inWorld(async (world) => {
  const files = [await workbook({ 项目台账: [{ 投资方: '甲公司' }] }), await workbook({ 项目台账: [{ 投资方: '乙公司' }] })] as const;
  const { report } = await world.takeOver(...files);
  expect(report).toEqual({ accepted: { 项目台账: 2 }, rejected: [] });
  expect((await world.dossier('project', '项1'))!.fields['investor']).toBe('乙公司');
  const before = await world.counts();
  expect((await world.takeOver(...files)).changed).toBe(0);
  expect(await world.counts()).toEqual({ ...before, audit: before.audit + 1 });
}));

it('another name under a number is another person, with a trace; the same name stays the same', () => inWorld(async (world) => {
  await world.takeOver(await workbook({ 人才台账: [{ 姓名: '张三' }] }));
  const before = (await world.dossier('talent', '才1'))!;
  await world.takeOver(await workbook({ 人才台账: [{ 姓名: ' 张三　' }] }));
  expect(await world.dossier('talent', '才1')).toEqual(before);
  await world.takeOver(await workbook({ 人才台账: [{ 姓名: '李四' }] }));
  const after = (await world.dossier('talent', '才1'))!;
  expect(after.version).toBe(before.version + 1);
  const names = await world.sql<{ name: string }>('select name from person where id = any($1) order by name', [[before.fields['name'], after.fields['name']]]);
  expect(names.map((it) => it.name)).toEqual(['张三', '李四']);
}));
