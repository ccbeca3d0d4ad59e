import type { LayoutFormat } from './format/layouts.ts';
import type { ColumnFormat, RegisterFormat } from './format/registers.ts';
import type { Mechanism } from './mechanism.ts';
import type { SubjectKind } from './vocabulary.ts';

/** A form in which a register leaves and comes back. */
export interface Layout {
  /** `register:<sheet>` for the register's own form. */
  readonly id: string;
  readonly label: string;
  /** The register with the layout's sheet, title and columns. */
  readonly form: RegisterFormat;
  /** The register itself. */
  readonly register: RegisterFormat;
}

/** The forms of registers of subjects: each register's own first, then those of the pack, then further ones. */
export function layoutsOf({ pack, vocabulary }: Pick<Mechanism, 'pack' | 'vocabulary'>, further: readonly LayoutFormat[] = []): Layout[] {
  const own = pack.registers.flatMap((it) => (it.subject === undefined ? [] : [{ id: `register:${it.sheet}`, label: `${it.sheet}（台账格式）`, form: it, register: it }]));
  const others = [...pack.layouts, ...further].flatMap((it) => {
    const register = pack.registers.find((one) => one.sheet === it.register);
    const form = register?.subject === undefined ? undefined : formOf(register, paletteOf(register, vocabulary[register.subject]!), it);
    return register && form ? [{ id: it.id, label: it.label, form, register }] : [];
  });
  return [...own, ...others];
}

/**
 * The columns that a layout can choose by their headings: the register's, and whatever else is held of its records; persons only where the
 * register itself has them.
 */
export function paletteOf(register: RegisterFormat, kind: SubjectKind): ColumnFormat[] {
  const fields = Object.entries(kind.fields).flatMap(([id, it]): ColumnFormat[] => (it.type === 'person' ? [] : it.type === 'money' ? [{ heading: `${it.label}（万元）`, field: id, unitOfAmount: '万元' }] : [{ heading: it.label, field: id }]));
  const milestones = Object.entries(kind.milestones).map(([id, it]): ColumnFormat => ({ heading: `${it.label}日期`, milestone: id }));
  const references = Object.entries(kind.references).map(([id, it]): ColumnFormat => ({ heading: it.label, reference: id }));
  const held = [...register.columns];
  for (const it of [...fields, ...milestones, ...references]) if (!held.some((one) => goalOf(one) === goalOf(it) || one.heading === it.heading)) held.push(it);
  return held;
}

/** The register in a layout; undefined where the layout names a column that there is not (any more). */
function formOf(register: RegisterFormat, palette: readonly ColumnFormat[], layout: LayoutFormat): RegisterFormat | undefined {
  const columns = layout.columns.map((it) => ('of' in it ? renamed(palette, it) : it));
  if (columns.some((it) => it === undefined)) return undefined;
  return { ...register, title: layout.title, columns: columns as ColumnFormat[] };
}

function renamed(palette: readonly ColumnFormat[], { of, heading, group, width }: { of: string; heading?: string | undefined; group?: string | undefined; width?: number | undefined }): ColumnFormat | undefined {
  const column = palette.find((it) => it.heading === of);
  if (!column) return undefined;
  const { group: _, ...plain } = column;
  const other = heading !== undefined && heading !== of;
  return { ...plain, heading: heading ?? of, ...(other && { aliases: [] }), ...(group !== undefined && { group }), ...(width !== undefined && { width }) };
}

/** Where a column's content goes: the same for two columns that hold the same. */
export function goalOf(column: ColumnFormat): string {
  const { number, field, milestone, reference, unit, partners, hosts, state, parameter, value, from, serial } = column;
  return JSON.stringify({ number, field, milestone, reference, unit, partners, hosts, state, parameter, value, from, serial });
}
