import { EXCEL_COLUMNS, EXCEL_ROWS } from './limits.ts';

/** The name of a cell as people say it (`L5`), of its row and column, both from 1. */
export function cellName(row: number, column: number): string {
  return columnName(column) + row;
}

/** `A` for 1, `XFD` for 16384. */
function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Row and column, both from 1, of a name such as `L5`; undefined where it names no cell of Excel's grid. */
export function cellPlace(name: string): { row: number; column: number } | undefined {
  let at = 0;
  let column = 0;
  let row = 0;
  for (let code = name.charCodeAt(at); code >= 65 && code <= 90; code = name.charCodeAt(++at)) column = column * 26 + code - 64;
  for (let code = name.charCodeAt(at); code >= 48 && code <= 57; code = name.charCodeAt(++at)) row = row * 10 + code - 48;
  const inGrid = column >= 1 && column <= EXCEL_COLUMNS && row >= 1 && row <= EXCEL_ROWS;
  return inGrid && at === name.length ? { row, column } : undefined;
}
