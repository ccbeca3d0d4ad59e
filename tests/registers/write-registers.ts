import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import type { Cell } from '../../src/office/sheet.ts';
import type { RegisterSheet } from './register-sheet.ts';

/** Registers as the files that offices send. Written past the product's own writer, which never writes what is untidy. */

/** Every row up to the last, the blank ones too, so that each stands at its number. */
function allRows(sheet: RegisterSheet): Cell[][] {
  const rows: Cell[][] = [];
  for (const { number, cells } of sheet.rows) {
    while (rows.length < number - 1) rows.push([]);
    rows.push([...cells]);
  }
  return rows;
}

function excelValue(cell: Cell): string | number | boolean | Date | null {
  if (cell === null || typeof cell === 'string' || typeof cell === 'boolean') return cell;
  return 'number' in cell ? Number(cell.number) : new Date(`${cell.date}T00:00:00Z`);
}

/** All sheets as one workbook. Dates are Excel dates, numbers are numbers. */
export async function writeRegistersXlsx(sheets: readonly RegisterSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rows: allRows(sheet).map((cells) => cells.map(excelValue)),
      merges: (sheet.merges ?? []).map(({ top, left, bottom, right }) => ({ startRow: top - 1, startCol: left - 1, endRow: bottom - 1, endCol: right - 1 })),
    })),
  });
}

/** As Excel saves a cell: a date in the habit of its Chinese edition, a serial number as its digits. */
function csvField(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'string') return 'number' in cell ? cell.number : cell.date.split('-').map(Number).join('/');
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function csvText(sheet: RegisterSheet): string {
  const rows = allRows(sheet);
  const width = Math.max(...rows.map((cells) => cells.length));
  let text = '';
  for (const cells of rows) {
    const fields = cells.map(csvField);
    while (fields.length < width) fields.push('');
    text += `${fields.join(',')}\r\n`;
  }
  return text;
}

/** The two that Excel saves: "CSV UTF-8" with its mark, and plain "CSV" in the code page of a Chinese Windows. */
type CsvEncoding = 'utf-8' | 'utf-8 with mark' | 'gb18030';

/** One file for each sheet, named after it: `项目台账.csv`. */
export function writeRegistersCsv(sheets: readonly RegisterSheet[], encoding: CsvEncoding): { name: string; bytes: Uint8Array }[] {
  return sheets.map((sheet) => {
    const text = csvText(sheet);
    const bytes = encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(encoding === 'utf-8' ? text : `\uFEFF${text}`);
    return { name: `${sheet.name}.csv`, bytes };
  });
}
