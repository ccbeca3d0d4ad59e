import type { Refusal } from '../kernel/refusal.ts';
import { tooLarge } from './file-refusals.ts';
import { EXCEL_ROWS, MAX_CELL_CHARS, MAX_CELLS, MAX_ROW_CHARS, MAX_ROW_TAGS, MAX_ROWS, MAX_TOTAL_CHARS } from './limits.ts';

/** Counts what a file holds while it is read, all sheets together, and refuses (`too-large`) what goes over a limit. */
export class Gauge {
  #rows = 0;
  #cells = 0;
  #rowTags = 0;
  #cellTags = 0;
  #chars = 0;
  #rowChars = 0;

  /** A row begins. @param number its number, from 1 */
  begin(number: number): void {
    if (number > EXCEL_ROWS) throw tooLarge('表格的行数超过 Excel 的上限');
    this.#rowChars = 0;
  }

  /** A row in which something is written. */
  row(): void {
    if (++this.#rows > MAX_ROWS) throw tooLarge('表格超过 10 万行');
  }

  /** A row element, whether it holds something or not. */
  rowTag(): void {
    if (++this.#rowTags > MAX_ROW_TAGS) throw tooLarge('表格里空白的行太多');
  }

  /** A cell element, whether it holds something or not. */
  cellTag(): void {
    if (++this.#cellTags > MAX_CELLS) throw tooManyCells();
  }

  /** @param added cells by which a row got wider, blank ones included */
  cells(added: number): void {
    this.#cells += added;
    if (this.#cells > MAX_CELLS) throw tooManyCells();
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

const tooManyCells = (): Refusal => tooLarge('表格连同空白的超过 280 万个单元格');
