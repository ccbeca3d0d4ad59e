import type { Cell } from './sheet.ts';

/**
 * A text that begins with one of these is taken for a formula (or hides one) when a spreadsheet opens a CSV file.
 * The full-width ones are turned into their plain forms by Chinese Excel and by some importers.
 */
const RISKY_START = /^'*[=+\-@\t\r\n\0＝＋－＠]/;
const GUARDED_START = /^'+[=+\-@\t\r\n\0＝＋－＠]/;
const NUMBER_OR_DAY = /^-?\d+(\.\d+)?$|^\d{4}-\d\d-\d\d$/;

/**
 * Writes rows as CSV that Excel opens with a double click: UTF-8 with its mark, CRLF, quotes by RFC 4180.
 * A text that a spreadsheet would take for a formula gets a `'` before it (`readSheets` takes it back); numbers stay numbers.
 * @returns the bytes of the file
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): Uint8Array {
  return Buffer.from('\uFEFF' + rows.map((row) => `${row.map(field).join(',')}\r\n`).join(''));
}

/** The text as it may stand in a CSV file: with a `'` before it where it begins like a formula, or like a text so guarded. */
export function guarded(text: string): string {
  return RISKY_START.test(text) ? `'${text}` : text;
}

/** Takes back what `guarded` did: every text is what it was. */
export function unguarded(text: string): string {
  return GUARDED_START.test(text) ? text.slice(1) : text;
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  const text = typeof cell === 'string' ? cell : 'number' in cell ? cell.number : cell.date;
  return quoted(typeof cell === 'object' && NUMBER_OR_DAY.test(text) ? text : guarded(text));
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
