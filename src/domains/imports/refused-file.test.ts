import { expect, it } from 'vitest';
import { smallSheet } from '../../../tests/registers/small-registers.ts';
import type { Cell } from '../../office/sheet.ts';
import { readSheets } from '../../office/read-workbook.ts';
import { writeCsv } from '../../office/write-csv.ts';
import { writeWorkbook } from '../../office/write-workbook.ts';
import { corrected, inWorld, workbook } from './test-world.ts';

const WRONG = '2021-13-05';

it('gives the refused rows back in their layout with the reason beside each, cells as they were; corrected they go in', () => inWorld(async (world) => {
  const file = await workbook({
    项目台账: [{}, { 签约日期: WRONG, 注册日期: { date: '2021-06-01' }, '计划总投资': { number: '1200.5' } }, { 责任单位: '某园区' }],
    活动台账: [{}, { 举办日期: null }],
    平台台账: [{}],
  });
  const { report, refused } = await world.takeOver(file);
  expect(report.accepted).toEqual({ 项目台账: 1, 活动台账: 1, 平台台账: 1 });
  expect(report.rejected.map((one) => [one.sheet, one.row, one.code])).toEqual([['项目台账', 4, 'bad-date'], ['项目台账', 5, 'unknown-unit'], ['活动台账', 4, 'missing']]);
  const [projects, activities, ...others] = await readSheets({ name: 'r.xlsx', bytes: refused! });
  expect([projects!.name, activities!.name, others]).toEqual(['项目台账', '活动台账', []]);
  const headings = projects!.rows[1]!.cells;
  expect([projects!.rows[0]!.cells[0], headings.at(-1)]).toEqual(['泰兴市“双招双引”项目台账（2021年度）', '退回原因']);
  const [first] = projects!.rows.slice(2);
  expect(first!.cells[headings.indexOf('注册日期')]).toEqual({ date: '2021-06-01' });
  expect(first!.cells[headings.indexOf('计划总投资')]).toEqual({ number: '1200.5' });
  expect(first!.cells.at(-1)).toBe(`bad-date：“签约日期”的“${WRONG}”不是一个写明年份的日期，请写成 2021-03-05`);

  const again = await world.takeOver(await corrected(refused!, '项目台账', { 3: { 签约日期: '2021年5月5日' } }));
  expect(again.report.accepted).toEqual({ 项目台账: 1, 活动台账: 0 });
  expect(again.report.rejected.map((one) => [one.sheet, one.row, one.code])).toEqual([['项目台账', 4, 'unknown-unit'], ['活动台账', 3, 'missing']]);
  expect((await world.dossier('project', '项2'))?.milestones['signed']?.day).toBe('2021-05-05');
  const third = await readSheets({ name: 'r.xlsx', bytes: again.refused! });
  expect(third[0]!.rows.map((row) => row.cells.length)).toEqual([1, headings.length, headings.length]);
}));

it('a row refused for its number is taken only under another, also when it was refused for more', () => inWorld(async (world) => {
  const file = await workbook({ 项目台账: [{ 项目编号: 'A', 项目名称: '先' }, { 项目编号: 'A', 项目名称: '后' }, { 项目编号: 'A', 项目名称: null }] });
  const { report, refused } = await world.takeOver(file);
  expect(report.rejected.map((one) => [one.row, one.code])).toEqual([[4, 'duplicate-id'], [5, 'missing']]);
  const unchanged = await world.takeOver({ name: '退回.xlsx', bytes: refused! });
  expect(unchanged.report.rejected.map((one) => [one.row, one.code])).toEqual([[3, 'duplicate-id'], [4, 'missing']]);
  const filled = await world.takeOver(await corrected(unchanged.refused!, '项目台账', { 3: { 项目名称: '改' }, 4: { 项目名称: '补' } }));
  expect(filled.report.rejected.map((one) => [one.row, one.code])).toEqual([[3, 'duplicate-id'], [4, 'duplicate-id']]);
  expect((await world.dossier('project', 'A'))?.fields['name']).toBe('先');
  const other = await world.takeOver(await corrected(refused!, '项目台账', { 3: { 项目编号: 'D' }, 4: { 项目名称: '补' } }));
  expect(other.report.rejected.map((one) => [one.row, one.code])).toEqual([[4, 'duplicate-id']]);
  const renumbered = await world.takeOver(await corrected(refused!, '项目台账', { 3: { 项目编号: 'B' }, 4: { 项目编号: 'C', 项目名称: '补' } }));
  expect(renumbered.report.rejected).toEqual([]);
  expect([(await world.dossier('project', 'B'))?.fields['name'], (await world.dossier('project', 'C'))?.fields['name']]).toEqual(['后', '补']);
}));

it('keeps titles, two header rows and their merges where they stood', () => inWorld(async (world) => {
  const rows: Cell[][] = [
    ['投资台账（2021年度）'], [],
    ['投资编号', '投资方', '资金情况', null, null, '项目编号', '认定状态', '备注'],
    [null, null, '实际投资额（万元）', '到账日期', '资金性质'],
    ['T-1', '某基金', { number: '100' }, '2021.3.5', '社会资本', 'XM-9', '认定', '=1+1'],
    [], ['合计', null, { number: '100' }], ['填报人：某'],
  ];
  const merges = [{ top: 1, bottom: 1, left: 1, right: 8 }, { top: 3, bottom: 3, left: 3, right: 5 }, { top: 5, bottom: 6, left: 8, right: 8 }];
  const { report, refused } = await world.takeOver({ name: 'a.xlsx', bytes: await writeWorkbook([{ name: 'Sheet1', rows, merges }]) });
  expect(report.rejected.map((one) => [one.row, one.code])).toEqual([[5, 'unknown-ref']]);
  const [sheet] = await readSheets({ name: 'r.xlsx', bytes: refused! });
  expect(sheet!.rows.map((row) => [row.number, row.cells.length])).toEqual([[1, 1], [3, 8], [4, 9], [5, 9]]);
  expect(sheet!.merges).toEqual(merges.slice(0, 2));
  expect(sheet!.rows[2]!.cells.at(-1)).toBe('退回原因');
  expect(sheet!.rows[3]!.cells[7]).toBe('=1+1');
  expect((await world.takeOver({ name: '退回.xlsx', bytes: refused! })).report.rejected.map((one) => [one.row, one.code])).toEqual([[5, 'unknown-ref']]);
}));

it('gives rows of a CSV file back as a workbook', () => inWorld(async (world) => {
  const { rows } = smallSheet('平台台账', [{ 所属园区: '某园区' }, {}]);
  const { report, refused } = await world.takeOver({ name: '平台台账.csv', bytes: writeCsv(rows.map((it) => it.cells)) });
  expect(report).toEqual({ accepted: { 平台台账: 1 }, rejected: [{ sheet: '平台台账', row: 3, code: 'unknown-unit', message: expect.any(String) }] });
  const again = await world.takeOver(await corrected(refused!, '平台台账', { 3: { 所属园区: '高新区' } }));
  expect([again.report.rejected, again.changed]).toEqual([[], 1]);
}));

it('cuts what it quotes, so a reason always fits into a cell', () => inWorld(async (world) => {
  const { report, refused } = await world.takeOver(await workbook({ 项目台账: [{ 签约日期: '长'.repeat(32_000), 项目编号: '号'.repeat(9_000) }] }));
  expect(report.rejected[0]!.message.length).toBeLessThan(200);
  expect((await readSheets({ name: 'r.xlsx', bytes: refused! }))[0]!.rows).toHaveLength(3);
}));

it('is nothing where nothing was refused', () => inWorld(async (world) => {
  expect((await world.takeOver(await workbook({ 平台台账: [{}] }))).refused).toBeUndefined();
}));
