import { cellName } from './cell-name.ts';
import { styleOf, type Look } from './cell-styles.ts';
import { serialOfDay } from './excel-date.ts';
import { looksLikeFormula } from './formula-guard.ts';
import { EXCEL_COLUMNS, EXCEL_ROWS, MAX_CELL_CHARS } from './limits.ts';
import { escaped, MAIN, XML } from './office-xml.ts';
import { fileNumber, plainNumber } from './plain-number.ts';
import type { Cell, Merge } from './sheet.ts';

/** A sheet to write. `rows[0]` is Excel's row 1; blank rows are written as rows without cells. */
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

/** Texts of a workbook, each once; gives a text's place in the table. */
export type PlaceOf = (text: string) => number;

/**
 * The XML of a worksheet in pieces of a row.
 * Throws RangeError for what Excel's grid or cells cannot hold, TypeError for a day that is none.
 */
export function* worksheetXml(sheet: SheetToWrite, placeOf: PlaceOf): Generator<string> {
  if (sheet.rows.length > EXCEL_ROWS) throw new RangeError(`a sheet holds at most ${EXCEL_ROWS} rows`);
  const bold = new Set(sheet.boldRows);
  yield `${XML}<worksheet xmlns="${MAIN}">${views(sheet.frozenRows ?? 0)}${columns(sheet.widths ?? [])}<sheetData>`;
  for (const [index, cells] of sheet.rows.entries()) {
    if (cells.length > EXCEL_COLUMNS) throw new RangeError(`a row holds at most ${EXCEL_COLUMNS} cells`);
    const row = index + 1;
    const xml = cells.map((cell, column) => cellXml(cellName(row, column + 1), cell, bold.has(index), placeOf));
    yield `<row r="${row}">${xml.join('')}</row>`;
  }
  yield `</sheetData>${merged(sheet.merges ?? [])}</worksheet>`;
}

function cellXml(name: string, cell: Cell, bold: boolean, placeOf: PlaceOf): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'boolean') return valueXml(name, ' t="b"', 'general', bold, cell ? '1' : '0');
  if (typeof cell === 'string') return textXml(name, cell, bold, placeOf);
  if ('number' in cell) {
    return isExact(cell.number) ? valueXml(name, '', 'general', bold, cell.number) : textXml(name, cell.number, bold, placeOf);
  }
  const serial = serialOfDay(cell.date);
  return serial === undefined ? textXml(name, writtenDay(cell.date), bold, placeOf) : valueXml(name, '', 'date', bold, String(serial));
}

function textXml(name: string, text: string, bold: boolean, placeOf: PlaceOf): string {
  if (text.length > MAX_CELL_CHARS) throw new RangeError(`a cell holds at most ${MAX_CELL_CHARS} characters`);
  return valueXml(name, ' t="s"', looksLikeFormula(text) ? 'guarded' : 'text', bold, String(placeOf(text)));
}

function valueXml(name: string, type: string, look: Look, bold: boolean, value: string): string {
  return `<c r="${name}" s="${styleOf(look, bold)}"${type}><v>${value}</v></c>`;
}

/** Whether Excel, which counts in doubles, keeps the number as it is written; else it is written as text. */
function isExact(text: string): boolean {
  const value = fileNumber(text);
  return value !== undefined && plainNumber(value) === text;
}

/** A day before 1900, which Excel has no date for. */
function writtenDay(day: string): string {
  if (!/^(0\d|1[0-8])\d\d-\d\d-\d\d$/.test(day)) throw new TypeError(`not a day: ${day}`);
  return day;
}

function views(frozenRows: number): string {
  if (frozenRows === 0) return '';
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function columns(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const one = (width: number, index: number): string => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  return `<cols>${widths.map(one).join('')}</cols>`;
}

function merged(merges: readonly Merge[]): string {
  if (merges.length === 0) return '';
  const refs = merges.map(({ top, left, bottom, right }) => `<mergeCell ref="${cellName(top, left)}:${cellName(bottom, right)}"/>`);
  return `<mergeCells count="${merges.length}">${refs.join('')}</mergeCells>`;
}

/** The table of texts, in pieces. */
export function* sharedTextsXml(texts: Iterable<string>): Generator<string> {
  yield `${XML}<sst xmlns="${MAIN}">`;
  for (const text of texts) yield `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
  yield '</sst>';
}
