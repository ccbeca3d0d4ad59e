import { z } from 'zod';
import { condition } from './conditions.ts';
import { id, label } from './words.ts';

/** Where a column's content goes: exactly one of these. */
const goals = ['number', 'field', 'milestone', 'reference', 'unit', 'partners', 'hosts', 'state', 'parameter', 'value', 'from', 'serial'] as const;

export const column = z
  .strictObject({
    heading: label,
    /** Other headings for the same column. */
    aliases: z.array(label).optional(),
    required: z.boolean().optional(),
    /** 序号: not read. */
    serial: z.literal(true).optional(),
    number: z.literal(true).optional(),
    field: id.optional(),
    milestone: id.optional(),
    reference: id.optional(),
    /** The unit that is credited first; `partners` are others with shares, `hosts` others without. */
    unit: z.literal(true).optional(),
    partners: z.literal(true).optional(),
    hosts: z.literal(true).optional(),
    /** 认定状态. */
    state: z.literal(true).optional(),
    /** Columns of a register of decisions. */
    parameter: z.literal(true).optional(),
    value: z.literal(true).optional(),
    from: z.literal(true).optional(),
    /** Amounts without a unit are in this one. */
    unitOfAmount: z.enum(['元', '万元', '亿元']).optional(),
    /** What a blank means. */
    default: z.string().optional(),
    /** The same of amounts in another currency than 人民币; as `unitOfAmount` where absent. */
    unitOfForeign: z.enum(['元', '万元', '亿元']).optional(),
    /** 统一社会信用代码: its check digit is checked. */
    creditCode: z.literal(true).optional(),
    /** What stands above it and its neighbours, when the register is written. */
    group: label.optional(),
    /** In characters, a Chinese one counting two. */
    width: z.number().int().min(3).max(80).optional(),
    /** Units are written by the names of this table of `unitTables`. */
    unitsBy: id.optional(),
  })
  .refine((it) => goals.filter((goal) => it[goal] !== undefined).length === 1, '一列只能对应一项内容');

/** The same thing entered again under another number: refused. */
const repeated = z.strictObject({ same: z.array(id).min(1), where: condition });

/** What a register is titled when it is written: `{year}`, `{city}` and `{unit}` are filled in. */
export const title = z.string().min(1).max(100);

export const register = z.strictObject({
  sheet: label,
  title: title.optional(),
  /** Absent for the register of decisions (口径). */
  subject: id.optional(),
  /** The office that keeps it and may take over a past year. */
  keeper: id,
  columns: z.array(column).min(1),
  /** The standing of its rows where it has no column for it. */
  state: z.string().optional(),
  resigned: repeated.optional(),
  /** How records that are entered by hand are numbered: `XM-{year}-####`, a running number of the year. */
  numbering: z.string().regex(/^[^{}#]*(\{year\}[^{}#]*)?#{3,8}$/, '应写成“XM-{year}-####”').optional(),
});

/** Words of 认定状态 → standing. */
export const stateWords = z.record(label, z.enum(['declared', 'verified', 'certified', 'certified-upstream', 'returned', 'not-counted']));

export type ColumnFormat = z.infer<typeof column>;
export type RegisterFormat = z.infer<typeof register>;
