import { z } from 'zod';
import { column, title } from './registers.ts';
import { id, label } from './words.ts';

/** A column of the register under another heading; what is not said here is as the register has it. */
const renamed = z.strictObject({ of: label, heading: label.optional(), group: label.optional(), width: z.number().int().min(3).max(80).optional() });

/** Another form of a register: what it is titled, which columns it has, in what order and under what headings. */
export const layout = z.strictObject({
  id,
  label,
  /** The register's sheet. */
  register: label,
  /** The name of its own sheet; the register's where absent. */
  sheet: label.optional(),
  title,
  columns: z.array(z.union([renamed, column])).min(1),
});

/** Names by which another body knows the units; units without one are its `rest`. */
export const unitTable = z.strictObject({ id, label, names: z.record(id, label), rest: label.optional() });

export type LayoutFormat = z.infer<typeof layout>;
export type UnitTable = z.infer<typeof unitTable>;
