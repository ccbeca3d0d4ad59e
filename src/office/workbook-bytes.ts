import { writeXlsx, type CellStyle, type CellValue, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { cellName } from './cell-name.ts';
import { EXCEL_COLUMNS, EXCEL_ROWS, MAX_CELL_CHARS } from './limits.ts';
import { fileNumber, plainNumber } from './plain-number.ts';
import type { Cell, Merge } from './sheet.ts';
import { LongLists, WORDS_SHEET } from './long-lists.ts';
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
  /** As an office prints it; absent for a plain sheet. */
  print?: PrintedTable;
}

/** A table with rules that is printed on A4 across, its frozen rows again on every page. */
export interface PrintedTable {
  /** Index of the row of the title: large, over all columns. */
  readonly titleRow: number;
  /** Index of the row that says who filled it in. */
  readonly noteRow: number;
  /** Number format of each column from A on; null for none. */
  readonly formats: readonly (string | null)[];
  /** What may be chosen in a column (from 1), in rows from the first below the frozen ones to `lastRow` (from 1). */
  readonly choices: readonly { readonly column: number; readonly words: readonly string[] }[];
  readonly lastRow: number;
}

const FONT = { name: '宋体', size: 11 };
const TITLE: CellStyle = { font: { ...FONT, size: 16, bold: true }, alignment: { horizontal: 'center', vertical: 'center' } };
const NOTE: CellStyle = { font: FONT, alignment: { horizontal: 'left' } };
const RULE = { style: 'thin', color: { rgb: '999999' } } as const;
const RULES: CellStyle = { border: { top: RULE, bottom: RULE, left: RULE, right: RULE } };
const PRINTED: CellStyle = { ...RULES, alignment: { vertical: 'center' } };
const HEADER: CellStyle = { font: { ...FONT, bold: true }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } };
/** Texts that would turn into a formula, number or day when somebody edits them, unless their format is text (`@`). */
const TURNING = /^[=+\-@＝＋－＠.\d]/;
/** Stands in the file as its last change; the same sheets give the same bytes. */
const MODIFIED = new Date('1980-01-01');

/** What `writeWorkbook` gives and throws, but in the thread that calls. */
export async function workbookBytes(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  if (sheets.length === 0) throw new RangeError('a workbook has at least one sheet');
  const words = new LongLists();
  const names = sheetNames([...sheets.map(({ name }) => name), WORDS_SHEET]);
  const all = sheets.map((sheet, index) => written(names[index]!, sheet, (list) => words.placeOf(list, names.at(-1)!)));
  return writeXlsx({
    sheets: words.columns.length === 0 ? all : [...all, words.sheet(names.at(-1)!)],
    defaultFont: FONT,
    properties: { modified: MODIFIED },
  });
}

function written(name: string, { rows, merges = [], widths = [], boldRows, frozenRows = 0, print }: SheetToWrite, placeOf: (words: readonly string[]) => Pick<DataValidation, 'values' | 'formula1'>): WriteSheet {
  if (rows.length > EXCEL_ROWS) throw new RangeError(`a sheet holds at most ${EXCEL_ROWS} rows`);
  const bold = new Set(boldRows);
  const styles = new Map<string, { style: CellStyle }>();
  const values = rows.map((cells, row) => {
    if (cells.length > EXCEL_COLUMNS) throw new RangeError(`a row holds at most ${EXCEL_COLUMNS} cells`);
    return cells.map((cell, column) => {
      const value = valueOf(cell);
      const turning = typeof value === 'string' && TURNING.test(value);
      const above = print && (row === print.titleRow ? TITLE : row === print.noteRow ? NOTE : undefined);
      const header = !above && bold.has(row) && (value !== null || print !== undefined);
      if (turning || header || above) styles.set(`${row},${column}`, { style: { ...(print && !above && PRINTED), ...(header && HEADER), ...above, ...(turning && { numFmt: '@' }) } });
      return value;
    });
  });
  return {
    name,
    rows: values,
    cells: styles,
    columns: widths.map((width, column) => ({ width, ...(print && { style: { ...PRINTED, ...(print.formats[column] != null && { numFmt: print.formats[column] }) } }) })),
    merges: merges.map(({ top, left, bottom, right }) => ({ startRow: top - 1, startCol: left - 1, endRow: bottom - 1, endCol: right - 1 })),
    ...(frozenRows > 0 && { freezePane: { rows: frozenRows } }),
    ...(print && {
      pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `$1:$${frozenRows}` },
      headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
      dataValidations: print.choices.map(({ column, words }) => ({
        type: 'list', ...placeOf(words), range: `${cellName(frozenRows + 1, column)}:${cellName(print.lastRow, column)}`,
        allowBlank: true, showErrorMessage: true, errorStyle: 'warning', errorTitle: '不在选项之中', errorMessage: '请从下拉清单中选；单位可以写简称。',
      })),
    }),
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
