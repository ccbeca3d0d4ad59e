import { expect, it } from 'vitest';
import { smallSheet } from '../../../tests/registers/small-registers.ts';
import { writeWorkbook } from '../../office/write-workbook.ts';
import { readFiles } from './intake-files.ts';
import { inWorld, workbook } from './test-world.ts';

it('a file that is no register stops the whole import', () => inWorld(async (world) => {
  const good = await workbook({ 平台台账: [{}] });
  await expect(world.takeOver(good, { name: '名单.csv', bytes: Buffer.from('姓名,电话\n某,1\n') })).rejects.toMatchObject({ code: 'no-register' });
  await expect(world.takeOver(good, { name: '项目台账.csv', bytes: Buffer.from('说明\n某\n') })).rejects.toMatchObject({ code: 'no-header' });
  await expect(world.takeOver(good, { name: '平台台账.csv', bytes: Buffer.from('平台名称,产业\n某,化工\n') })).rejects.toMatchObject({ code: 'missing-column', message: expect.stringContaining('所属园区、认定状态') });
  expect(await world.dossier('platform', '平1')).toBeUndefined();
}));

it('a sheet that only sounds like a register is passed over, and it is said', () => inWorld(async (world) => {
  const { rows } = smallSheet('平台台账', [{}]);
  const bytes = await writeWorkbook([{ name: '填表口径说明', rows: [['一、按实际填写'], ['二、日期写全']] }, { name: '通讯录', rows: [['姓名', '电话']] }, { name: '平台台账', rows: rows.map((it) => it.cells) }]);
  const office = world.as('kejiju', 'office-handler');
  const { report } = await world.read(office, (await world.upload(office, { name: 'a.xlsx', bytes })).id);
  expect([report.accepted, report.notes]).toEqual([{ 平台台账: 1 }, ['“a.xlsx”的“填表口径说明”里没有台账的列名，没有读入。']]);
}));

it('knows a register by its sheet, its file or its title', () => inWorld(async (world) => {
  const csv = (title: string, number: string): Buffer => Buffer.from(`${title}\n平台名称,所属园区,认定状态\n${number},高新区,认定\n`);
  await world.takeOver({ name: '平台台账2021.csv', bytes: csv('', '甲') }, { name: '2021.csv', bytes: csv('泰兴市平台台账（2021年度）', '乙') }, { name: '按新口径.csv', bytes: csv('平台台账', '丙') });
  expect((await world.sql('select number from dossier order by number')).length).toBe(3);
}));

it('limits what is uploaded', () => inWorld(async (world) => {
  const office = world.as('kejiju', 'office-handler');
  const good = await workbook({ 平台台账: [{}] });
  await expect(world.upload(office)).rejects.toMatchObject({ code: 'missing' });
  await expect(world.upload(office, ...Array.from({ length: 11 }, () => good))).rejects.toMatchObject({ code: 'too-many-files' });
  await expect(world.upload(office, { name: 'a.csv', bytes: new Uint8Array(20 * 1024 * 1024 + 1) })).rejects.toMatchObject({ code: 'too-large' });
  await expect(world.upload(world.as('rencaiban', 'city-leader'), good)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(readFiles(world.deps.ledger.mechanism, [good, good], { mostRows: 1 })).rejects.toMatchObject({ code: 'too-large' });
  const { id } = await world.upload(office, { name: 'C:\\台账\\平台台账.xlsx', bytes: good.bytes });
  expect((await world.read(office, id)).files).toEqual(['平台台账.xlsx']);
}));
