import type { LayoutFormat } from './format/layouts.ts';
import type { Pack } from './format/pack.ts';
import type { ColumnFormat, RegisterFormat } from './format/registers.ts';

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
export function layoutsOf(pack: Pack, further: readonly LayoutFormat[] = []): Layout[] {
  const own = pack.registers.flatMap((it) => (it.subject === undefined ? [] : [{ id: `register:${it.sheet}`, label: `${it.sheet}（台账格式）`, form: it, register: it }]));
  const others = [...pack.layouts, ...further].flatMap((it) => {
    const register = pack.registers.find((one) => one.sheet === it.register);
    const form = register && formOf(register, it);
    return form ? [{ id: it.id, label: it.label, form, register }] : [];
  });
  return [...own, ...others];
}

/** The register in a layout; undefined where the layout names a column that the register does not have (any more). */
function formOf(register: RegisterFormat, layout: LayoutFormat): RegisterFormat | undefined {
  const columns = layout.columns.map((it) => ('of' in it ? renamed(register, it) : it));
  if (columns.some((it) => it === undefined)) return undefined;
  return { ...register, sheet: register.sheet, title: layout.title, columns: columns as ColumnFormat[] };
}

function renamed(register: RegisterFormat, { of, heading, group, width }: { of: string; heading?: string | undefined; group?: string | undefined; width?: number | undefined }): ColumnFormat | undefined {
  const column = register.columns.find((it) => it.heading === of);
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
