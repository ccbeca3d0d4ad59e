import { parse, type CsvError } from 'csv-parse/sync';
import { csvText } from './csv-text.ts';
import { damaged, tooLarge } from './file-refusals.ts';
import { Gauge } from './gauge.ts';
import { EXCEL_COLUMNS, MAX_ROW_CHARS } from './limits.ts';
import type { Cell, Row } from './sheet.ts';
import type { SheetPiece } from './sheet-piece.ts';
import { isSeen } from './worksheet.ts';
import { unguarded } from './write-csv.ts';

/** Reads a CSV file (UTF-8 or GB18030) as one sheet of texts, named as the file. */
export function* readCsv(file: { name: string; bytes: Buffer }): Generator<SheetPiece> {
  const gauge = new Gauge();
  const rows: Row[] = [];
  let number = 0;
  eachRecord(csvText(file.name, file.bytes), (fields) => {
    gauge.begin(++number);
    if (!fields.some(isSeen)) return;
    const cells: Cell[] = fields.map((field) => unguarded(field) || null);
    while (cells.at(-1) === null) cells.pop();
    gauge.row();
    gauge.cells(cells.length);
    for (const cell of cells) if (typeof cell === 'string') gauge.text(cell.length);
    rows.push({ number, cells });
  });
  yield { sheet: file.name.replace(/^.*[\\/]/s, '').replace(/\.[^.]*$/, '') };
  for (const row of rows) yield { row };
  yield { merges: [] };
}

/**
 * Tells of each record of a CSV text (RFC 4180, UTF-8). Line ends may be CRLF, LF or CR; records may differ in length,
 * blank lines are records; a quote counts only where it opens a field.
 * Refuses a record longer than Excel could hold and a quote that is never closed.
 */
export function eachRecord(text: Buffer, onRecord: (fields: string[]) => void): void {
  try {
    parse(text, {
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: MAX_ROW_CHARS,
      // `max_record_size` does not count the commas.
      cast: (field, { index }) => {
        if (index >= EXCEL_COLUMNS) throw tooLarge('表格的列数超过 Excel 的上限');
        return field;
      },
      // What is not given back is not kept.
      on_record: (fields: string[]) => void onRecord(fields),
    });
  } catch (error) {
    const { code } = error as CsvError;
    if (code === 'CSV_MAX_RECORD_SIZE') throw tooLarge('有一行的文字太多，也可能是引号没有成对');
    throw code === 'CSV_QUOTE_NOT_CLOSED' ? damaged('CSV 里有引号没有成对') : error;
  }
}
