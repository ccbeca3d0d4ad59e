import { inWan } from '../../kernel/fen.ts';
import type { CreditSpan, Dossier, Value } from '../../mechanism/dossier.ts';
import type { Field, SubjectKind } from '../../mechanism/vocabulary.ts';
import { decimal, formatDecimal } from '../../kernel/decimal.ts';
import { ERASED, maskOf } from '../persons/terms.ts';
import { SEALED_LABEL } from './terms.ts';
import { VEILED_FIELDS } from './veil.ts';

/** Names of persons by id; those of erased persons are missing. */
export type Names = ReadonlyMap<string, string>;

/** Under what a dossier's values are shown: `plain` where the reader may write the record, else persons are masked. */
export interface Sight {
  readonly names: Names;
  readonly plain: boolean;
  /** The reader knows it by its code name alone. */
  readonly veiled?: boolean;
}

/** As `find-rows.ts` masks it in SQL. */
export function isMasked(field: Field): boolean {
  return field.personal === 'identity' || field.personal === 'contact';
}

/** A field's value as people read it; null where it is blank. */
export function shownField(kind: SubjectKind, fields: Dossier['fields'], id: string, sight: Sight): string | null {
  const field = kind.fields[id];
  const value = fields[id];
  if (!field || value === undefined) return null;
  if (sight.veiled && VEILED_FIELDS.includes(id)) return id === kind.nameField ? String(fields['codeName'] ?? SEALED_LABEL) : SEALED_LABEL;
  const text = shownValue(field, value, fields, sight.names);
  return text === undefined ? ERASED : isMasked(field) && !sight.plain ? maskOf('name', text) : text;
}

function shownValue(field: Field, value: Value, fields: Dossier['fields'], names: Names): string | undefined {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (field.type === 'person') return names.get(value);
  if (field.type === 'money') return `${inWan(BigInt(value))}万${currencyOf(field, fields) === '美元' ? '美元' : '元'}`;
  return value;
}

/** What amounts of a money field are in: 元, or the currency's own word where that is a word of money (美元). */
export function currencyOf(field: Field, fields: Readonly<Record<string, Value | null | undefined>>): string {
  const written = field.currency === undefined ? undefined : fields[field.currency];
  return typeof written === 'string' && written.endsWith('元') ? written : '元';
}

/** An amount in 分; 0 where it is blank or in foreign money. */
export function moneyIn(kind: SubjectKind, fields: Dossier['fields'], id: string): bigint {
  const value = fields[id];
  return typeof value === 'string' && currencyOf(kind.fields[id]!, fields) === '元' ? BigInt(value) : 0n;
}

/** What names a subject to people: its name field, or its number. */
export function shownName(kind: SubjectKind, dossier: Pick<Dossier, 'fields' | 'number'>, sight: Sight): string {
  return (kind.nameField && shownField(kind, dossier.fields, kind.nameField, sight)) || dossier.number;
}

/** Ids of the persons that some fields name. */
export function personIds(kind: SubjectKind, fields: Dossier['fields']): string[] {
  return Object.entries(kind.fields).flatMap(([id, field]) => (field.type === 'person' && typeof fields[id] === 'string' ? [fields[id]] : []));
}

/** Are the parts shares of one whole? Otherwise each unit has it in full. */
export function isShared(parts: CreditSpan['parts']): boolean {
  return parts.some((it) => it.share !== '1');
}

/** A share as percent, exact: `33.333333`. */
export function percentOf(share: string): string {
  return formatDecimal(decimal(share) * 100n);
}

/** `泰兴高新区60%、虹桥工业园区40%`; names alone where the credit is not divided. */
export function shownCredits(parts: CreditSpan['parts'], unitName: (id: string) => string): string {
  return parts.map((it) => unitName(it.unit) + (isShared(parts) ? `${percentOf(it.share)}%` : '')).join('、');
}
