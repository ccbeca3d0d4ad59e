import { writeXlsx, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { EXCEL_COLUMNS, EXCEL_ROWS, MAX_CELL_CHARS } from './limits.ts';
import { fileNumber, plainNumber } from './plain-number.ts';
import type { Cell, Merge } from './sheet.ts';
import { sheetNames } from './sheet-names.ts';

/** A sheet to write. `rows[0]` is Excel's row 1. */
export interface SheetToWrite {
  /** Made acceptable to Excel where it is not: allowed characters, at most 31, unlike the others. */
  name: string;
  rows: readonly (readonly Cell[])[];
  /** Rows and columns from 1, bounds included. */
  merges?: readonly Merge[];
  /** Width of each column from A on, in characters (a Chinese one takes two). */
  widths?: readonly number[];
  /** Indexes of header rows (`rows[0]` is 0): bold, centred, wrapped. */
  boldRows?: readonly number[];
  /** How many rows at the top stay in sight when scrolling. */
  frozenRows?: number;
}

const FONT = { name: '宋体', size: 11 };
const HEADER: CellStyle = { font: { ...FONT, bold: true }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } };
/** Texts that would turn into a formula, number or day when somebody edits them, unless their format is text (`@`). */
const TURNING = /^[=+\-@＝＋－＠.\d]/;
/** Stands in the file as its last change; the same sheets give the same bytes. */
const MODIFIED = new Date('1980-01-01');

/** What `writeWorkbook` gives and throws, but in the thread that calls. */
export async function workbookBytes(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  if (sheets.length === 0) throw new RangeError('a workbook has at least one sheet');
  const names = sheetNames(sheets.map(({ name }) => name));
  return writeXlsx({
    sheets: sheets.map((sheet, index) => written(names[index]!, sheet)),
    defaultFont: FONT,
    properties: { modified: MODIFIED },
  });
}

function written(name: string, { rows, merges = [], widths = [], boldRows, frozenRows = 0 }: SheetToWrite): WriteSheet {
  if (rows.length > EXCEL_ROWS) throw new RangeError(`a sheet holds at most ${EXCEL_ROWS} rows`);
  const bold = new Set(boldRows);
  const styles = new Map<string, { style: CellStyle }>();
  const values = rows.map((cells, row) => {
    if (cells.length > EXCEL_COLUMNS) throw new RangeError(`a row holds at most ${EXCEL_COLUMNS} cells`);
    return cells.map((cell, column) => {
      const value = valueOf(cell);
      const turning = typeof value === 'string' && TURNING.test(value);
      const header = value !== null && bold.has(row);
      if (turning || header) styles.set(`${row},${column}`, { style: { ...(header && HEADER), ...(turning && { numFmt: '@' }) } });
      return value;
    });
  });
  return {
    name,
    rows: values,
    cells: styles,
    columns: widths.map((width) => ({ width })),
    merges: merges.map(({ top, left, bottom, right }) => ({ startRow: top - 1, startCol: left - 1, endRow: bottom - 1, endCol: right - 1 })),
    ...(frozenRows > 0 && { freezePane: { rows: frozenRows } }),
  };
}

function valueOf(cell: Cell): CellValue {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'string') return textValue(cell);
  return 'number' in cell ? numberValue(cell.number) : dayValue(cell.date);
}

/** What neither XML nor hucre can keep is written as Office's `_xFFFF_`, as hucre itself does with controls. */
function textValue(text: string): string {
  if (text.length > MAX_CELL_CHARS) throw new RangeError(`a cell holds at most ${MAX_CELL_CHARS} characters`);
  const hex = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase()}_`;
  return text.replace(/_(?=x[0-9a-f]{4})/gi, '_x005F_').replace(/[\p{Surrogate}\ufffe\uffff]/gu, hex);
}

/** A number where Excel, which counts in doubles, keeps it as it is written; else its text. */
function numberValue(text: string): CellValue {
  const value = fileNumber(text);
  return value !== undefined && plainNumber(value) === text ? value : textValue(text);
}

/** A date, or the text of a day before 1900, which Excel has no date for. */
function dayValue(day: string): CellValue {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.valueOf()) || date.toISOString().slice(0, 10) !== day) throw new TypeError(`not a day: ${day}`);
  return day < '1900' ? day : date;
}
