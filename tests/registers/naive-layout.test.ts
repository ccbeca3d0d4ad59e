import { expect, it } from 'vitest';
import type { Cell } from '../../src/office/sheet.ts';
import { naiveReading } from './naive-reading.ts';
import { figure, smallSheet } from './small-registers.ts';

/** registers.md, Layout: a header of one row or two, columns by name in any order, rows that are no data. */
const lines: Cell[][] = [
  ['2021年度项目台账'],
  ['备注', '项目编号', '项目名称', '责任单位', '投资情况', null, '项目类型', '协议类型', '签约日期', '认定状态'],
  [null, null, null, null, '币种', '计划总投资', null, null, null, null],
  [' ', 'A', '甲', '高新区', null, { number: '1' }, '产业项目', '正式协议', { number: '44197' }, ' 认定'],
  ['合计', null, null, null, null, { number: '123456' }],
  [null, '　'],
  ['合计另计', '', '', '', '', 'abc'],
  ['原合计数', 'B', '乙', '高新区', null, { number: '1' }, '产业项目', '正式协议', '2020-12-31', '认定'],
  [null, 'C', '丙', '高新区', '美元', 'abc', '产业项目', '正式协议', '2021-12-31', '认定'],
  ['填报人：　　　　联系电话：'],
];
const sheet = { name: '项目台账', rows: lines.map((cells, i) => ({ number: i + 1, cells })) };

it('finds columns by their names under a header of two rows, and leaves out what is no data', () => {
  const reading = naiveReading([sheet], 2021);
  expect(reading.rejected).toEqual([{ sheet: '项目台账', row: 9, code: 'bad-number' }]);
  expect(figure(reading, 's3.signed', '泰兴高新区')).toBe(1);
});

it('reads the same where blank rows are left out and blank cells at the end are missing', () => {
  const rows = sheet.rows.filter((row) => row.number !== 6).map((row) => ({ number: row.number, cells: row.cells.slice(0, 10) }));
  expect(naiveReading([{ name: '项目台账', rows }], 2021)).toEqual(naiveReading([sheet], 2021));
});

it('reads names of columns with blanks, line breaks and half-width brackets', () => {
  const small = smallSheet('投资台账', [{ '实际投资额（万元）': 'abc' }]);
  const [title, header, ...rest] = small.rows;
  const cells = header!.cells.map((cell) => (cell === '实际投资额（万元）' ? '实际投资额\n(万元) ' : cell));
  const { rejected } = naiveReading([{ name: '投资台账', rows: [title!, { number: 2, cells }, ...rest] }], 2021);
  expect(rejected.map((row) => row.code)).toEqual(['bad-number']);
});
