import { setImmediate } from 'node:timers/promises';
import type { ColumnFormat, RegisterFormat } from '../../mechanism/format/registers.ts';
import type { Cell, Merge } from '../../office/sheet.ts';
import type { SheetToWrite } from '../../office/workbook-bytes.ts';
import { cellOf, wordsOf, type Writing } from './cells.ts';
import type { ListedRow } from './listed.ts';

/** Rows below the last one in which words can still be chosen: offices add rows. */
const SPARE_ROWS = 200;
const ROWS_A_TURN = 1_000;
const DAY_FORMAT = 'yyyy-mm-dd';

/** What stands above the table. */
export interface Heading {
  readonly title: string;
  /** Who filled it in and when: the second row. */
  readonly note: string;
}

/** A list as the office keeps it: title, note, header of one row or two with merged groups, rows; ready to print and to come back. */
export async function layoutSheet(writing: Writing, form: RegisterFormat, { title, note }: Heading, rows: readonly ListedRow[]): Promise<SheetToWrite> {
  const { columns } = form;
  const grouped = columns.some((it) => it.group !== undefined);
  const header = headerOf(columns, grouped);
  const head: Cell[][] = [[title, ...blanks(columns.length - 1)], [note], ...header.rows];
  const body: Cell[][] = [];
  for (const [index, row] of rows.entries()) {
    body.push(columns.map((column) => cellOf(writing, column, row, index)));
    // A long list must not stop the house.
    if (body.length % ROWS_A_TURN === 0) await setImmediate();
  }
  return {
    name: form.sheet,
    rows: head.concat(body),
    merges: [...(columns.length > 1 ? [span(1, 1, 1, columns.length), span(2, 1, 2, columns.length)] : []), ...header.merges],
    widths: columns.map((it) => it.width ?? widthOf(writing, it)),
    boldRows: header.rows.map((_, index) => index + 2),
    frozenRows: head.length,
    print: {
      titleRow: 0,
      noteRow: 1,
      formats: columns.map((it) => formatOf(writing, it)),
      choices: columns.flatMap((it, index) => {
        const words = wordsOf(writing, it);
        return words ? [{ column: index + 1, words }] : [];
      }),
      lastRow: head.length + rows.length + SPARE_ROWS,
    },
  };
}

/** Columns beside each other with one group have its name above them; others take both rows. */
function headerOf(columns: readonly ColumnFormat[], grouped: boolean): { rows: Cell[][]; merges: Merge[] } {
  const headings: Cell[] = columns.map((it) => it.heading);
  if (!grouped) return { rows: [headings], merges: [] };
  const upper: Cell[] = columns.map((it) => it.group ?? it.heading);
  const lower: Cell[] = columns.map((it) => (it.group === undefined ? null : it.heading));
  const merges: Merge[] = [];
  for (let from = 0; from < columns.length; ) {
    let to = from;
    const { group } = columns[from]!;
    while (group !== undefined && columns[to + 1]?.group === group) upper[++to] = null;
    if (group === undefined) merges.push(span(3, from + 1, 4, from + 1));
    else if (to > from) merges.push(span(3, from + 1, 3, to + 1));
    from = to + 1;
  }
  return { rows: [upper, lower], merges };
}

function span(top: number, left: number, bottom: number, right: number): Merge {
  return { top, left, bottom, right };
}

function blanks(count: number): null[] {
  return Array<null>(Math.max(0, count)).fill(null);
}

function typeOf({ kind }: Writing, column: ColumnFormat): string | undefined {
  return column.milestone !== undefined ? 'day' : column.field === undefined ? undefined : kind.fields[column.field]!.type;
}

function formatOf(writing: Writing, column: ColumnFormat): string | null {
  const type = typeOf(writing, column);
  if (type === 'day') return DAY_FORMAT;
  return type === 'money' ? (column.unitOfAmount === '亿元' ? '#,##0.0000' : '#,##0.00') : null;
}

function widthOf(writing: Writing, column: ColumnFormat): number {
  if (column.serial) return 6;
  const type = typeOf(writing, column);
  if (column.field !== undefined && column.field === writing.kind.nameField) return type === 'person' ? 10 : 30;
  if (column.creditCode) return 22;
  const wide = column.number || column.unit || column.partners || column.hosts || column.reference !== undefined;
  return wide ? 18 : { day: 12, money: 14, choice: 14, 'yes-no': 8, number: 12, person: 10 }[type ?? ''] ?? 18;
}
