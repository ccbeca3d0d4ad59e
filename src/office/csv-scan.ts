import { damaged, tooLarge } from './file-refusals.ts';
import { EXCEL_COLUMNS, MAX_CELL_CHARS } from './limits.ts';

const COMMA = 44;
const QUOTE = 34;
const CR = 13;
const LF = 10;

/**
 * Cuts CSV text (RFC 4180) that comes in pieces into records. Line ends may be CRLF, LF or CR; records may differ in length.
 * As in Excel, a quote counts only where it opens a field, and what follows the closing quote belongs to the field.
 * Refuses a field or record longer than Excel could hold, and a quote that is never closed.
 */
export class CsvScan {
  readonly #onRecord: (fields: string[]) => void;
  #fields: string[] = [];
  #field = '';
  #state: 'start' | 'plain' | 'quoted' | 'closing' = 'start';
  #afterCr = false;

  constructor(onRecord: (fields: string[]) => void) {
    this.#onRecord = onRecord;
  }

  push(text: string): void {
    let at = 0;
    while (at < text.length) at = this.#state === 'quoted' ? this.#inQuotes(text, at) : this.#outside(text, at);
  }

  end(): void {
    if (this.#state === 'quoted') throw damaged('CSV 里有引号没有成对');
    if (this.#state !== 'start' || this.#fields.length > 0) this.#endRecord();
  }

  #inQuotes(text: string, from: number): number {
    const quote = text.indexOf('"', from);
    this.#add(text.slice(from, quote < 0 ? text.length : quote));
    if (quote < 0) return text.length;
    this.#state = 'closing';
    return quote + 1;
  }

  #outside(text: string, from: number): number {
    const code = text.charCodeAt(from);
    const secondOfCrLf = this.#afterCr && code === LF;
    this.#afterCr = code === CR;
    if (secondOfCrLf) return from + 1;
    if (code === COMMA) this.#endField();
    else if (code === CR || code === LF) this.#endRecord();
    else if (code === QUOTE && this.#state === 'start') this.#state = 'quoted';
    else if (code === QUOTE && this.#state === 'closing') {
      this.#add('"');
      this.#state = 'quoted';
    } else return this.#plain(text, from);
    return from + 1;
  }

  #plain(text: string, from: number): number {
    let end = from + 1;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === COMMA || code === CR || code === LF) break;
    }
    this.#add(text.slice(from, end));
    this.#state = 'plain';
    return end;
  }

  #add(piece: string): void {
    this.#field += piece;
    if (this.#field.length <= MAX_CELL_CHARS) return;
    throw tooLarge(`有单元格超过 ${MAX_CELL_CHARS} 个字${this.#state === 'quoted' ? '，也可能是引号没有成对' : ''}`);
  }

  #endField(): void {
    this.#fields.push(this.#field);
    if (this.#fields.length > EXCEL_COLUMNS) throw tooLarge('表格的列数超过 Excel 的上限');
    this.#field = '';
    this.#state = 'start';
  }

  #endRecord(): void {
    this.#endField();
    const fields = this.#fields;
    this.#fields = [];
    this.#onRecord(fields);
  }
}
