import { readXlsx } from 'hucre/xlsx';
import type { Cell } from '../../src/office/sheet.ts';
import type { RegisterSheet } from './register-sheet.ts';

/** Excel holds a day as an instant at midnight without a zone, which the library gives in UTC. */
function cellFrom(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return { number: String(value) };
  if (value instanceof Date) return { date: value.toISOString().slice(0, 10) };
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  throw new Error(`a cell that no register holds: ${JSON.stringify(value)}`);
}

/** A workbook as the library gives it, so that the oracle does not lean on the product's own reader. */
export async function readWorkbookPlainly(source: Uint8Array): Promise<RegisterSheet[]> {
  const workbook = await readXlsx(source);
  const sheets: RegisterSheet[] = [];
  for (const sheet of workbook.sheets) {
    sheets.push({ name: sheet.name, rows: sheet.rows.map((cells, i) => ({ number: i + 1, cells: cells.map(cellFrom) })) });
  }
  return sheets;
}
