import { tooLarge } from './file-refusals.ts';
import { EXCEL_ROWS, MAX_CELL_CHARS, MAX_CELL_TAGS, MAX_CELLS, MAX_ROW_CHARS, MAX_ROWS, MAX_TOTAL_CHARS } from './limits.ts';

/** Counts what a file holds while it is read, all sheets together, and refuses (`too-large`) what goes over a limit. */
export class Gauge {
  #rows = 0;
  #cells = 0;
  #tags = 0;
  #chars = 0;
  #rowChars = 0;

  /** A row begins. @param number its number, from 1 */
  begin(number: number): void {
    if (number > EXCEL_ROWS) throw tooLarge('表格的行数超过 Excel 的上限');
    this.#rowChars = 0;
  }

  /** A row that holds something. */
  row(): void {
    if (++this.#rows > MAX_ROWS) throw tooLarge('表格超过 10 万行');
  }

  /** A row or cell element, whether it holds something or not. */
  tag(): void {
    if (++this.#tags > MAX_CELL_TAGS) throw tooLarge('表格里空白的单元格太多');
  }

  /** @param added cells by which a row got wider, blank ones included */
  cells(added: number): void {
    this.#cells += added;
    if (this.#cells > MAX_CELLS) throw tooLarge('表格超过 200 万个单元格');
  }

  /** @param chars characters of one cell's text */
  text(chars: number): void {
    if (chars > MAX_CELL_CHARS) throw tooLarge(`有单元格超过 ${MAX_CELL_CHARS} 个字`);
    this.#rowChars += chars;
    if (this.#rowChars > MAX_ROW_CHARS) throw tooLarge('有一行的文字太多');
    this.#chars += chars;
    if (this.#chars > MAX_TOTAL_CHARS) throw tooLarge('表格里的文字太多');
  }
}
