import { cellName, cellPlace } from './cell-name.ts';
import { cellValue, type CellContext } from './cell-value.ts';
import { damaged, formula, tooLarge } from './file-refusals.ts';
import { EXCEL_COLUMNS, MAX_MERGES } from './limits.ts';
import type { Cell, Merge, Row } from './sheet.ts';
import { TextCollector } from './text-collector.ts';
import type { XmlHandler } from './xml-scan.ts';
import { attribute } from './xml-text.ts';

const PLAIN_CELL = /<c(?: r="([A-Z]{1,3}\d{1,7})")?(?: s="(\d{1,5})")?(?: t="([a-z]{1,3})")?(?:\/>|><v>([^<&_\r]{0,40})<\/v><\/c>)/y;

/**
 * Reads a worksheet part row by row. Rows and cells may leave out their names and are then counted;
 * rows or cells that run backwards are `damaged`, a formula (with or without a stored value) is refused.
 */
export class Worksheet implements XmlHandler {
  readonly merges: Merge[] = [];
  readonly #name: string;
  readonly #context: CellContext;
  readonly #onRow: (row: Row) => void;
  readonly #collector = new TextCollector();
  #inData = false;
  #inRow = false;
  #inCell = false;
  #row = 0;
  #column = 0;
  #cells: Cell[] = [];
  #type: string | undefined;
  #style: string | undefined;

  constructor(name: string, context: CellContext, onRow: (row: Row) => void) {
    this.#name = name;
    this.#context = context;
    this.#onRow = onRow;
  }

  open(name: string, attributes: string): void {
    if (this.#inCell) {
      if (name === 'f') throw formula(this.#name, cellName(this.#row, this.#column));
      if (name === 'c' || name === 'row') throw damaged();
      this.#collector.open(name);
    } else if (name === 'c' && this.#inRow) this.#openCell(attributes);
    else if (name === 'row' && this.#inData) this.#openRow(attributes);
    else if (name === 'sheetData') this.#inData = true;
    else if (name === 'mergeCell') this.#merge(attributes);
  }

  text(raw: string): void {
    if (this.#inCell) this.#collector.text(raw);
  }

  /** Takes a whole cell of the plain looks that Excel gives nearly all of them; this makes large sheets several times faster. */
  take(xml: string, less: number): number {
    if (!this.#inRow || this.#inCell) return -1;
    PLAIN_CELL.lastIndex = less;
    const found = PLAIN_CELL.exec(xml);
    if (found === null) return -1;
    const [, name, style, type, content = ''] = found;
    this.#startCell(name, type, style);
    this.#endCell(content);
    return PLAIN_CELL.lastIndex;
  }

  close(name: string): void {
    if (name === 'c' && this.#inCell) this.#endCell(this.#collector.take());
    else if (this.#inCell) this.#collector.close(name);
    else if (name === 'row' && this.#inRow) this.#closeRow();
    else if (name === 'sheetData') this.#inData = false;
  }

  #openRow(attributes: string): void {
    const said = attribute(attributes, 'r');
    const number = said === undefined ? this.#row + 1 : /^\d{1,9}$/.test(said) ? Number(said) : 0;
    if (this.#inRow || number <= this.#row) throw damaged();
    this.#context.gauge.tag();
    this.#context.gauge.begin(number);
    this.#row = number;
    this.#column = 0;
    this.#cells = [];
    this.#inRow = true;
  }

  #openCell(attributes: string): void {
    this.#startCell(attribute(attributes, 'r'), attribute(attributes, 't'), attribute(attributes, 's'));
    this.#collector.start();
    this.#inCell = true;
  }

  #startCell(said: string | undefined, type: string | undefined, style: string | undefined): void {
    this.#context.gauge.tag();
    const place = said === undefined ? { row: this.#row, column: this.#column + 1 } : cellPlace(said);
    if (place === undefined || place.row !== this.#row || place.column <= this.#column) throw damaged();
    if (place.column > EXCEL_COLUMNS) throw tooLarge('表格的列数超过 Excel 的上限');
    this.#column = place.column;
    this.#type = type;
    this.#style = style;
  }

  #endCell(content: string): void {
    this.#inCell = false;
    const value = cellValue(this.#type, this.#style, content, this.#context);
    if (value === null) return;
    this.#context.gauge.cells(this.#column - this.#cells.length);
    while (this.#cells.length < this.#column - 1) this.#cells.push(null);
    this.#cells.push(value);
  }

  #closeRow(): void {
    this.#inRow = false;
    if (!this.#cells.some(isSeen)) return;
    this.#context.gauge.row();
    this.#onRow({ number: this.#row, cells: this.#cells });
  }

  #merge(attributes: string): void {
    const [from = '', to = from] = (attribute(attributes, 'ref') ?? '').split(':');
    const first = cellPlace(from);
    const last = cellPlace(to);
    if (first === undefined || last === undefined) throw damaged();
    if (this.merges.length >= MAX_MERGES) throw tooLarge('合并单元格太多');
    this.merges.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
  }
}

/** Whether a person would see anything in a cell. */
export function isSeen(cell: Cell): boolean {
  return typeof cell === 'string' ? cell.trim() !== '' : cell !== null;
}
