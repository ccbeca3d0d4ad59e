import type { Layout } from './layout.ts';
import { comparable, dayOf, fenOf, isCreditCode, textOf } from './naive-cells.ts';
import { cellOf, type Row } from './naive-rows.ts';
import { partnersOf, partsOf, sharesAreBad } from './naive-shares.ts';
import { unitNamed } from './units.ts';

/** In the order of the table in registers.md ("What is refused"); a row gets the first that holds. */
export const CODES = [
  'missing', 'bad-value', 'bad-date', 'bad-number', 'bad-credit-code',
  'unknown-unit', 'bad-share', 'unknown-ref', 'duplicate-id', 'resigned',
] as const;

export type Code = (typeof CODES)[number];

/** What is known of the rows above, and of the sheets that were read before. */
interface Known {
  /** Numbers of the rows that were taken in, by sheet. */
  readonly accepted: ReadonlyMap<string, ReadonlySet<string>>;
  /** Numbers that earlier rows of this sheet have, refused or not. */
  readonly earlier: ReadonlySet<string>;
  /** Earlier rows of this sheet that were taken in. */
  readonly earlierAccepted: readonly Row[];
}

export function currencyOf(row: Row): string {
  return textOf(cellOf(row, '币种')) || '人民币';
}

/** 币种 speaks of 计划总投资 only; the two other amounts have （万元） in their name. */
export function amountOf(row: Row, column: string): bigint | null | undefined {
  return fenOf(cellOf(row, column), column === '计划总投资' ? currencyOf(row) : '人民币');
}

function unitsIn(row: Row, column: Layout['columns'][number]): string[] {
  const cell = cellOf(row, column.name);
  if (column.kind === 'unit') return textOf(cell) === '' ? [] : [textOf(cell)];
  if (column.kind === 'units') return partsOf(cell);
  if (column.kind === 'partners') return partnersOf(cell).map((partner) => partner.unit);
  return [];
}

/**
 * The earlier row must be of a formal agreement; the row itself may be of either kind, as the source says nothing of it.
 * An earlier row is accepted, whatever its 认定状态.
 */
function isResigned(row: Row, known: Known): boolean {
  if (row.sheet !== '项目台账') return false;
  const code = textOf(cellOf(row, '统一社会信用代码'));
  const name = comparable(textOf(cellOf(row, '项目名称')));
  if (code === '') return false;
  for (const other of known.earlierAccepted) {
    if (textOf(cellOf(other, '协议类型')) !== '正式协议') continue;
    if (textOf(cellOf(other, '统一社会信用代码')) !== code) continue;
    if (comparable(textOf(cellOf(other, '项目名称'))) === name) return true;
  }
  return false;
}

function has(code: Code, row: Row, layout: Layout, known: Known): boolean {
  if (code === 'duplicate-id') return layout.id !== undefined && known.earlier.has(textOf(cellOf(row, layout.id)));
  if (code === 'resigned') return isResigned(row, known);
  for (const column of layout.columns) {
    const cell = cellOf(row, column.name);
    const text = textOf(cell);
    if (code === 'missing' && column.filled && text === '') return true;
    if (text === '') continue;
    if (code === 'bad-value' && column.list && !column.list.includes(text)) return true;
    if (code === 'bad-date' && column.kind === 'day' && dayOf(cell) === undefined) return true;
    if (code === 'bad-number' && column.kind === 'amount' && amountOf(row, column.name) === undefined) return true;
    if (code === 'bad-credit-code' && column.kind === 'credit code' && !isCreditCode(text)) return true;
    if (code === 'unknown-unit') for (const unit of unitsIn(row, column)) if (!unitNamed(unit)) return true;
    if (code === 'bad-share' && column.kind === 'partners') {
      if (sharesAreBad(cell, unitNamed(textOf(cellOf(row, '责任单位'))) ?? '')) return true;
    }
    if (code === 'unknown-ref' && column.refersTo && !known.accepted.get(column.refersTo)?.has(text)) return true;
  }
  return false;
}

/** @returns undefined where the row is to be taken in */
export function firstCode(row: Row, layout: Layout, known: Known): Code | undefined {
  for (const code of CODES) if (has(code, row, layout, known)) return code;
  return undefined;
}
