import { decimal, formatDecimal } from '../../kernel/decimal.ts';
import { amountIn } from '../../kernel/fen.ts';
import type { UnitTable } from '../../mechanism/format/layouts.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import type { ColumnFormat } from '../../mechanism/format/registers.ts';
import { unitName } from '../../mechanism/units.ts';
import type { Field, SubjectKind } from '../../mechanism/vocabulary.ts';
import type { Cell } from '../../office/sheet.ts';
import { stateLabelOf } from '../records/terms.ts';
import type { ListedRow } from './listed.ts';

/** Excel's own limit of a cell. */
const LONGEST = 32_767;

/** What a column is written by. */
export interface Writing {
  readonly pack: Pack;
  readonly kind: SubjectKind;
}

/** A record's cell of a column, as the import reads it back: days as days, amounts as numbers in the column's unit. @param index from 0 */
export function cellOf({ pack, kind }: Writing, column: ColumnFormat, row: ListedRow, index: number): Cell {
  if (column.serial) return { number: String(index + 1) };
  if (column.number) return row.number;
  if (column.milestone !== undefined) return dayCell(row.milestones[column.milestone]);
  if (column.reference !== undefined) return row.references[column.reference] ?? null;
  if (column.state) return wordOf(pack, row.state);
  if (column.unit) return nameOf(pack, column, row.credits[0]?.unit ?? row.unit);
  const others = row.credits.slice(1);
  if (column.hosts) return others.map((it) => nameOf(pack, column, it.unit)).join('、') || null;
  if (column.partners) return others.filter((it) => it.share !== '1').map((it) => `${nameOf(pack, column, it.unit)} ${formatDecimal(decimal(it.share) * 100n)}%`).join('、') || null;
  return column.field === undefined ? null : fieldCell(column, kind.fields[column.field]!, row);
}

function fieldCell(column: ColumnFormat, field: Field, { fields }: ListedRow): Cell {
  const value = fields[column.field!];
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (field.type === 'day') return dayCell(value);
  if (field.type === 'number') return { number: value };
  if (field.type !== 'money') return value.slice(0, LONGEST).toWellFormed();
  return { number: amountIn(BigInt(value), unitOf(column, field, fields)) };
}

function unitOf(column: ColumnFormat, field: Field, fields: ListedRow['fields']): '元' | '万元' | '亿元' {
  const currency = field.currency === undefined ? undefined : fields[field.currency];
  return (typeof currency === 'string' && currency.endsWith('元') && column.unitOfForeign) || column.unitOfAmount || '万元';
}

function dayCell(day: string | undefined): Cell {
  return day === undefined ? null : { date: day };
}

/** The register's word for a state; the list's own where the register has none. */
function wordOf(pack: Pack, state: string): string {
  return Object.entries(pack.stateWords).find(([, it]) => it === state)?.[0] ?? stateLabelOf(state);
}

function nameOf(pack: Pack, { unitsBy }: ColumnFormat, unit: string): string {
  const table: UnitTable | undefined = unitsBy === undefined ? undefined : pack.unitTables.find((it) => it.id === unitsBy);
  return table?.names[unit] ?? table?.rest ?? unitName(pack, unit);
}

/** The words that a column offers; undefined where anything may be written. */
export function wordsOf({ pack, kind }: Writing, column: ColumnFormat): readonly string[] | undefined {
  if (column.state) return Object.keys(pack.stateWords);
  if (column.unit) {
    const table = pack.unitTables.find((it) => it.id === column.unitsBy);
    return table ? [...Object.values(table.names), ...(table.rest === undefined ? [] : [table.rest])] : pack.units.map((it) => it.name);
  }
  const field = column.field === undefined ? undefined : kind.fields[column.field];
  if (field?.type === 'choice') return pack.lists[field.list!];
  return field?.type === 'yes-no' ? ['是', '否'] : undefined;
}
