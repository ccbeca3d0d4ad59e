import type { Cell } from '../../src/office/sheet.ts';
import { LAYOUTS } from './layout.ts';
import { naiveReading, type Reading } from './naive-reading.ts';
import type { RegisterSheet } from './register-sheet.ts';

/** Cells by the name of their column. */
export type Fields = Record<string, Cell>;

/** A good row of each register; small cases say only what differs. Numbers are counted: X1, X2, … */
const GOOD: Record<string, Fields> = {
  平台台账: { 所属园区: '黄桥经济开发区', 认定状态: '认定' },
  活动台账: { 类型: '项目路演', 主办单位: '科技局', 举办日期: '2021-05-20', 认定状态: '认定' },
  人才台账: {
    姓名: '某人', 学历: '博士', 引进方式: '全职', 人才类型: '创新', 用人单位: '某企业', 所属园区: '虹桥工业园区',
    落户日期: '2021-05-20', 认定状态: '认定',
  },
  项目台账: {
    项目名称: '某项目', 责任单位: '泰兴高新区', 项目类型: '产业项目', 计划总投资: { number: '5000' },
    协议类型: '正式协议', 签约日期: '2021-05-20', 认定状态: '认定',
  },
  投资台账: {
    投资方: '某机构', 资金性质: '社会资本', 项目编号: '项1', '实际投资额（万元）': { number: '1000' },
    到账日期: '2021-05-20', 以投带引: '是', 认定状态: '认定',
  },
  中介机构: { 国内知名: '是', 设点日期: '2020-05-20' },
  口径: { 参数: '实缴资本认定标准（万元）' },
};
/** 平1, 活1, 才1, 项1, 投1, 中1 */
const NUMBERED: Record<string, string> = { 平台台账: '平', 活动台账: '活', 人才台账: '才', 项目台账: '项', 投资台账: '投', 中介机构: '中' };

/** Title in row 1, header in row 2, rows from 3. */
export function smallSheet(name: string, rows: readonly Fields[]): RegisterSheet {
  const layout = LAYOUTS.find((other) => other.sheet === name)!;
  const columns = layout.columns.map((column) => column.name);
  const lines: Cell[][] = [[`泰兴市“双招双引”${name}（2021年度）`], columns];
  rows.forEach((row, i) => {
    const fields: Fields = { ...GOOD[name], ...(layout.id ? { [layout.id]: `${NUMBERED[name]}${i + 1}` } : {}), ...row };
    lines.push(columns.map((column) => fields[column] ?? null));
  });
  return { name, rows: lines.map((cells, i) => ({ number: i + 1, cells })) };
}

/** Reads registers of which only some rows are given. */
export function readSmall(registers: Record<string, readonly Fields[]>, year = 2021): Reading {
  return naiveReading(Object.entries(registers).map(([name, rows]) => smallSheet(name, rows)), year);
}

/** `3 missing`: what was refused, by row. */
export function refused(reading: Reading, sheet = '项目台账'): string[] {
  return reading.rejected.filter((row) => row.sheet === sheet).map((row) => `${row.row} ${row.code}`);
}

/** @param period the year where it is left out */
export function figure(reading: Reading, measure: string, unit: string, period = String(reading.year)): number | null | undefined {
  return reading.figures.find((other) => other.measure === measure && other.unit === unit && other.period === period)?.value;
}

/** `yes 1000000–10000000`, `yes 500`, `no`; undefined where the case is not listed. */
export function award(reading: Reading, rule: string, of: string): string | undefined {
  const found = reading.awards.find((other) => other.rule === rule && other.case === of);
  if (!found) return undefined;
  if ('amountFen' in found) return `${found.verdict} ${found.amountFen}`;
  return 'minFen' in found ? `${found.verdict} ${found.minFen}–${found.maxFen}` : found.verdict;
}
