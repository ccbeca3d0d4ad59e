import { cellName, cellPlace } from './cell-name.ts';
import { cellValue, type CellContext } from './cell-value.ts';
import { damaged, formula, tooLarge } from './file-refusals.ts';
import type { Gauge } from './gauge.ts';
import { EXCEL_COLUMNS, MAX_MERGES } from './limits.ts';
import { CellText } from './shared-texts.ts';
import type { Cell, Merge } from './sheet.ts';
import type { GivePiece } from './sheet-piece.ts';
import type { Attributes, XmlHandler } from './xml-reader.ts';

/** The formulas as which LibreOffice saves truth values. */
export const TRUTHS = new Map([['TRUE()', '1'], ['FALSE()', '0']]);

/**
 * Reads a worksheet part row by row. Rows and cells may leave out their names and are then counted;
 * rows or cells that run backwards are `damaged`, a formula (with or without a stored value) is refused.
 */
export class Worksheet implements XmlHandler {
  readonly #merges: Merge[] = [];
  readonly #name: string;
  readonly #context: CellContext;
  readonly #gauge: Gauge;
  readonly #give: GivePiece;
  readonly #content = new CellText();
  #inData = false;
  #row = 0;
  #column = 0;
  #cells: Cell[] | undefined;
  /** Whether any cell of the row holds characters, were it a blank. */
  #written = false;
  #cell: Attributes | undefined;
  /** What the current cell's `<f>` says: its kind, where it is not the plain one, and its text. */
  #formula: string | undefined;
  #inFormula = false;

  constructor(name: string, context: CellContext, gauge: Gauge, give: GivePiece) {
    this.#name = name;
    this.#context = context;
    this.#gauge = gauge;
    this.#give = give;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#cell !== undefined) this.#openInCell(name, attributes);
    else if (name === 'c' && this.#cells !== undefined) this.#openCell(attributes);
    else if (name === 'row' && this.#inData) this.#openRow(attributes);
    else if (name === 'sheetData') this.#inData = true;
    else if (name === 'mergeCell') this.#merge(attributes);
  }

  text(text: string): void {
    if (this.#inFormula) this.#formula += text;
    else if (this.#cell !== undefined) this.#content.text(text);
  }

  close(name: string): void {
    if (name === 'f') this.#inFormula = false;
    if (name === 'c' && this.#cell !== undefined) this.#closeCell(this.#cell);
    else if (this.#cell !== undefined) this.#content.close(name);
    else if (name === 'row' && this.#cells !== undefined) this.#closeRow(this.#cells);
    else if (name === 'sheetData') this.#inData = false;
    else if (name === 'mergeCells') this.#give({ merges: this.#merges });
  }

  #openRow({ r }: Attributes): void {
    const number = r === undefined ? this.#row + 1 : /^\d{1,9}$/.test(r) ? Number(r) : 0;
    if (this.#cells !== undefined || number <= this.#row) throw damaged();
    this.#gauge.rowTag();
    this.#gauge.begin(number);
    this.#row = number;
    this.#column = 0;
    this.#written = false;
    this.#cells = [];
  }

  #openCell(attributes: Attributes): void {
    this.#gauge.cellTag();
    const { r } = attributes;
    const place = r === undefined ? { row: this.#row, column: this.#column + 1 } : cellPlace(r);
    if (place === undefined || place.row !== this.#row || place.column <= this.#column) throw damaged();
    if (place.column > EXCEL_COLUMNS) throw tooLarge('表格的列数超过 Excel 的上限');
    this.#column = place.column;
    this.#cell = attributes;
    this.#formula = undefined;
  }

  #openInCell(name: string, attributes: Attributes): void {
    if (name === 'c' || name === 'row' || this.#inFormula) throw damaged();
    this.#inFormula = name === 'f';
    if (this.#inFormula) this.#formula = (this.#formula ?? '') + (attributes['t'] ?? '');
    this.#content.open(name);
  }

  #closeCell({ t, s }: Attributes): void {
    this.#cell = undefined;
    let content = this.#content.take();
    if (this.#formula !== undefined) {
      const truth = t === 'b' ? TRUTHS.get(this.#formula) : undefined;
      if (truth === undefined) throw formula(this.#name, cellName(this.#row, this.#column));
      content = truth;
    }
    if (content !== '') this.#written = true;
    const value = cellValue(t, s, content, this.#context);
    if (value === null) return;
    const cells = this.#cells!;
    this.#gauge.cells(this.#column - cells.length);
    if (typeof value === 'string') this.#gauge.text(value.length);
    while (cells.length < this.#column - 1) cells.push(null);
    cells.push(value);
  }

  #closeRow(cells: Cell[]): void {
    this.#cells = undefined;
    if (this.#written) this.#gauge.row();
    if (cells.some(isSeen)) this.#give({ row: { number: this.#row, cells } });
  }

  #merge({ ref = '' }: Attributes): void {
    const [from = '', to = from] = ref.split(':');
    const first = cellPlace(from);
    const last = cellPlace(to);
    if (first === undefined || last === undefined) throw damaged();
    if (this.#merges.length >= MAX_MERGES) throw tooLarge('合并单元格太多');
    this.#merges.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
  }
}

/** Whether a person would see anything in a cell. */
export function isSeen(cell: Cell): boolean {
  return typeof cell === 'string' ? cell.trim() !== '' : cell !== null;
}
