import { CsvScan } from './csv-scan.ts';
import { unguarded } from './formula-guard.ts';
import { Gauge } from './gauge.ts';
import type { Cell, Row } from './sheet.ts';
import type { SheetPiece } from './sheet-piece.ts';
import { textPieces } from './text-encoding.ts';
import { isSeen } from './worksheet.ts';

/**
 * Reads a CSV file (UTF-8 or GB18030) as one sheet of texts.
 * Like `readXlsx` it goes through the file twice, first only to judge it.
 * @param name the sheet's name
 */
export function* readCsv(bytes: Uint8Array, name: string): Generator<SheetPiece> {
  for (const _ of records(bytes));
  yield { sheet: name };
  for (const rows of records(bytes)) yield { rows };
  yield { merges: [] };
}

function* records(bytes: Uint8Array): Generator<Row[]> {
  const gauge = new Gauge();
  let number = 0;
  let rows: Row[] = [];
  const scan = new CsvScan((fields) => {
    gauge.begin(++number);
    const row = rowOf(number, fields, gauge);
    if (row !== undefined) rows.push(row);
  });
  for (const piece of textPieces(bytes)) {
    scan.push(piece);
    yield rows;
    rows = [];
  }
  scan.end();
  yield rows;
}

function rowOf(number: number, fields: string[], gauge: Gauge): Row | undefined {
  const cells: Cell[] = fields.map((field) => unguarded(field) || null);
  while (cells.at(-1) === null) cells.pop();
  if (!cells.some(isSeen)) return undefined;
  gauge.row();
  gauge.cells(cells.length);
  for (const cell of cells) if (typeof cell === 'string') gauge.text(cell.length);
  return { number, cells };
}
