import { isUtf8 } from 'node:buffer';
import { parse, type CsvError } from 'csv-parse/sync';
import { damaged, notAWorkbook, tooLarge } from './file-refusals.ts';
import { Gauge } from './gauge.ts';
import { EXCEL_COLUMNS, MAX_ROW_CHARS } from './limits.ts';
import type { Cell } from './sheet.ts';
import type { GivePiece } from './sheet-piece.ts';
import { isSeen } from './worksheet.ts';
import { unguarded } from './write-csv.ts';

/** Controls that no table has; tab and line ends are allowed. */
const CONTROLS = /[\p{Cc}--[\t\n\r\x80-\x9f]]/v;
const SLICE = 1024 * 1024;
const BEGIN = 64 * 1024;

/** Reads a CSV file (UTF-8 or GB18030) as one sheet of texts, named as the file. */
export function readCsv(file: { name: string; bytes: Buffer }, give: GivePiece): void {
  const gauge = new Gauge();
  let number = 0;
  give({ sheet: file.name.replace(/^.*[\\/]/s, '').replace(/\.[^.]*$/, '') });
  eachRecord(csvText(file.name, file.bytes), (fields) => {
    gauge.begin(++number);
    const cells: Cell[] = fields.map((field) => unguarded(field) || null);
    while (cells.at(-1) === null) cells.pop();
    if (!cells.some(isSeen)) return;
    gauge.row();
    gauge.cells(cells.length);
    for (const cell of cells) if (typeof cell === 'string') gauge.text(cell.length);
    give({ row: { number, cells } });
  });
}

/** The text of a file in UTF-8. Refuses what is no table: binary, a web page, or neither its name nor its first line says CSV. */
function csvText(name: string, bytes: Buffer): Buffer {
  const saysCsv = /\.csv$/i.test(name);
  if (['fffe', 'feff'].includes(bytes.toString('hex', 0, 2))) throw notAWorkbook('这是“Unicode 文本”，不是 CSV 表格');
  for (let at = 0; at < bytes.length; at += SLICE) if (CONTROLS.test(bytes.toString('latin1', at, at + SLICE))) throw notAWorkbook();
  const text = isUtf8(bytes) ? bytes : fromGb18030(bytes);
  if (text === undefined) throw saysCsv ? damaged('CSV 的文字编码既不是 UTF-8 也不是 GB18030') : notAWorkbook();
  const begin = text.toString('utf8', 0, BEGIN).replace(/^\ufeff/, '').trimStart();
  if (/^<[a-z!?]/i.test(begin)) throw notAWorkbook('这是网页或 XML 文件，只是改了扩展名');
  if (!saysCsv && !/^[^\r\n]*,/.test(begin)) throw notAWorkbook();
  return text;
}

/** GB18030 holds GBK and GB2312; undefined where the bytes are none of them, or begin as UTF-8 with its mark. */
function fromGb18030(bytes: Buffer): Buffer | undefined {
  if (bytes.toString('hex', 0, 3) === 'efbbbf') return undefined;
  try {
    return Buffer.from(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Tells of each record of a CSV text (RFC 4180, UTF-8). Line ends may be CRLF, LF or CR; records may differ in length,
 * blank lines are records; a quote counts only where it opens a field.
 * Refuses a record longer than Excel could hold and a quote that is never closed.
 */
export function eachRecord(text: Buffer, onRecord: (fields: string[]) => void): void {
  const { stackTraceLimit } = Error;
  // csv-parse makes an error of each record that is not as long as the first one, and throws it away.
  Error.stackTraceLimit = 0;
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
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
