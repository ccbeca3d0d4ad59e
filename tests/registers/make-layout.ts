import type { Cell, Merge, Row } from '../../src/office/sheet.ts';
import type { Column, Layout } from './layout.ts';
import type { Random } from './make-random.ts';
import type { Draft } from './make-world.ts';
import type { RegisterSheet } from './register-sheet.ts';

/** How a register stands on its sheet: title, header of one row or two, columns in any order, and what offices add. */

/** Columns that no register knows, with what they hold. 合计 within a row makes it no row of totals. */
const EXTRA: Record<string, readonly Cell[]> = {
  备注: [null, null, '含二期，合计投资另计', '已核'],
  联系人: ['张三', '李四', null],
  联系电话: ['0523-00000000', { number: '13000000000' }, null],
  更新时间: [{ date: '2021-06-30' }, '2021.6.30', null],
};
/** Columns that offices leave out when they do not keep them; no figure needs them. */
const DISPENSABLE = ['序号', '形式', '产业链', '产业', '团队', '投产日期'];
const GROUPS = ['基本情况', '投资情况', '时间节点', '其他信息'];

function headerName(random: Random, name: string): string {
  if (random.chance(0.04)) return `${name} `;
  if (name.endsWith('（万元）') && random.chance(0.2)) return random.pick([name.replace('（', '\n（'), name.replace('（万元）', '(万元)')]);
  return name;
}

function arrange(random: Random, columns: readonly Column[]): string[] {
  let names = columns.map((column) => column.name);
  names = names.filter((name) => !(DISPENSABLE.includes(name) && random.chance(0.07)));
  if (random.chance(0.5)) {
    const numbered = names[0] === '序号' && random.chance(0.8);
    names = numbered ? ['序号', ...random.shuffled(names.slice(1))] : random.shuffled(names);
  }
  for (const name of Object.keys(EXTRA)) if (random.chance(0.15)) names.splice(random.integer(1, names.length), 0, name);
  return names;
}

/** Disjoint spans of two to four columns, none of them the first, that get a name above theirs. */
function groupsOver(random: Random, width: number): { from: number; to: number; name: string }[] {
  const groups: { from: number; to: number; name: string }[] = [];
  const names = random.shuffled(GROUPS);
  let from = random.integer(1, 4);
  while (from + 1 < width && groups.length < names.length) {
    const to = Math.min(width - 1, from + random.integer(1, 3));
    groups.push({ from, to, name: names[groups.length]! });
    from = to + random.integer(1, 8);
  }
  return groups;
}

function header(random: Random, names: readonly string[]): { rows: Row[]; merges: Merge[] } {
  const written: Cell[] = names.map((name) => headerName(random, name));
  if (names.length < 5 || random.chance(0.5)) return { rows: [{ number: 2, cells: written }], merges: [] };
  const upper = [...written];
  const lower: Cell[] = written.map(() => null);
  const merges: Merge[] = [];
  for (const { from, to, name } of groupsOver(random, names.length)) {
    for (let i = from; i <= to; i++) {
      lower[i] = upper[i]!;
      upper[i] = null;
    }
    upper[from] = name;
    merges.push({ top: 2, bottom: 2, left: from + 1, right: to + 1 });
  }
  lower.forEach((cell, i) => {
    if (cell === null) merges.push({ top: 2, bottom: 3, left: i + 1, right: i + 1 });
  });
  return { rows: [{ number: 2, cells: upper }, { number: 3, cells: lower }], merges };
}

function totals(random: Random, names: readonly string[]): Cell[] {
  const cells: Cell[] = names.map(() => null);
  const at = names.findIndex((name) => name.includes('投资额') || name === '计划总投资');
  if (at > 0) cells[at] = { number: '123456' };
  cells[0] = random.pick(['合计', '合计', '合计：', '合计（万元）']);
  return cells;
}

function blankCells(random: Random): Cell[] {
  return random.chance(0.3) ? [null, ' ', '　'] : [];
}

/** @param year the year of the title */
export function layOut(random: Random, layout: Layout, year: number, drafts: readonly Draft[]): RegisterSheet {
  const names = arrange(random, layout.columns);
  const head = header(random, names);
  const title = random.chance(0.7) ? `泰兴市“双招双引”${layout.sheet}（${year}年度）` : `${year}年度泰兴市双招双引${layout.sheet}`;
  const rows: Row[] = [{ number: 1, cells: [title] }, ...head.rows];
  const merges: Merge[] = [{ top: 1, bottom: 1, left: 1, right: names.length }, ...head.merges];

  let number = rows.length;
  const add = (cells: Cell[]): number => rows.push({ number: ++number, cells });
  drafts.forEach((draft, i) => {
    if (random.chance(0.06)) add(blankCells(random));
    if (drafts.length > 20 && random.chance(0.004)) add(totals(random, names));
    add(names.map((name) => {
      if (name === '序号') return random.chance(0.03) ? null : { number: String(i + 1) };
      return EXTRA[name] ? random.pick(EXTRA[name]) : (draft[name] ?? null);
    }));
  });
  if (random.chance(layout.columns.some((column) => column.kind === 'amount') ? 0.7 : 0.1)) add(totals(random, names));
  if (random.chance(0.8)) add(blankCells(random));
  if (random.chance(0.9)) add([`填报人：　　　　联系电话：　　　　填报日期：${year}年12月31日`]);
  return { name: layout.sheet, rows, merges };
}
