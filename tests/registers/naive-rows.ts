import type { Cell } from '../../src/office/sheet.ts';
import type { Column, Layout } from './layout.ts';
import { comparable, textOf } from './naive-cells.ts';
import type { RegisterSheet } from './register-sheet.ts';

/** A row of data: its Excel row number and its cells by the name of their column. */
export interface Row {
  readonly sheet: string;
  readonly number: number;
  readonly cells: ReadonlyMap<string, Cell>;
}

export function cellOf(row: Row, column: string): Cell {
  return row.cells.get(column) ?? null;
}

function isBlank(cells: readonly Cell[]): boolean {
  for (const cell of cells) if (textOf(cell) !== '') return false;
  return true;
}

/** Names of columns are compared without blanks and line breaks, （） like (). */
function columnNamed(cell: Cell | undefined, columns: readonly Column[]): Column | undefined {
  const name = comparable(textOf(cell));
  if (name === '') return undefined;
  for (const column of columns) if (comparable(column.name) === name) return column;
  return undefined;
}

function namesColumns(cells: readonly Cell[], columns: readonly Column[]): boolean {
  for (const cell of cells) if (columnNamed(cell, columns)) return true;
  return false;
}

/** Where each column stands: its name is in the lower row of the header, or in the upper one where that is blank. */
function placesOf(upper: readonly Cell[], lower: readonly Cell[], columns: readonly Column[]): Map<number, Column> {
  const places = new Map<number, Column>();
  for (let i = 0; i < Math.max(upper.length, lower.length); i++) {
    const written = textOf(lower[i]) !== '' ? lower[i] : upper[i];
    const column = columnNamed(written, columns);
    if (column) places.set(i, column);
  }
  return places;
}

/** The first cell that is filled begins with 合计 or 填报人. */
function isNoData(cells: readonly Cell[]): boolean {
  for (const cell of cells) {
    const text = textOf(cell);
    if (text !== '') return text.startsWith('合计') || text.startsWith('填报人');
  }
  return true;
}

/** The rows of data of a register: below the title and the header of one row or two. */
export function rowsOf(sheet: RegisterSheet, layout: Layout): Row[] {
  const lines = sheet.rows.filter((line) => !isBlank(line.cells)).sort((a, b) => a.number - b.number);
  const upper = lines[1]?.cells ?? [];
  const second = lines[2]?.cells ?? [];
  const twoRows = namesColumns(second, layout.columns);
  const places = placesOf(upper, twoRows ? second : [], layout.columns);

  const rows: Row[] = [];
  for (const line of lines.slice(twoRows ? 3 : 2)) {
    if (isNoData(line.cells)) continue;
    const cells = new Map<string, Cell>();
    for (const [place, column] of places) cells.set(column.name, line.cells[place] ?? null);
    rows.push({ sheet: layout.sheet, number: line.number, cells });
  }
  return rows;
}
