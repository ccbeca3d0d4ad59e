import { z } from 'zod';
import { id, label, parameter } from './words.ts';

/**
 * Conditions in three-valued logic: each is yes, no or unknown.
 * A path is a field, a milestone (its day), a reference, or `role.field`; inside a list `outer.` reads the subject that holds the list.
 */
const path = z.string().regex(/^(outer\.)*[A-Za-z]\w*(\.[A-Za-z]\w*)?$/, '应为字段、里程碑或“引用.字段”');
const literal = z.union([z.string(), z.number(), z.boolean()]);
const operand = z.union([literal, parameter, z.strictObject({ field: path })]);

/** What a blank value counts as where it decides nothing by itself. */
const blank = z.enum(['yes', 'no', 'unknown']);

export const comparisons = ['is', 'in', 'atLeast', 'moreThan', 'atMost', 'lessThan', 'onOrBefore', 'before', 'onOrAfter', 'after', 'sameYearAs', 'present'] as const;
export type Comparison = (typeof comparisons)[number];

const leaf = z
  .strictObject({
    field: path,
    is: operand.optional(),
    in: z.union([z.array(literal).min(1), parameter]).optional(),
    atLeast: operand.optional(),
    moreThan: operand.optional(),
    atMost: operand.optional(),
    lessThan: operand.optional(),
    onOrBefore: operand.optional(),
    before: operand.optional(),
    onOrAfter: operand.optional(),
    after: operand.optional(),
    sameYearAs: z.strictObject({ field: path }).optional(),
    present: z.boolean().optional(),
    blank: blank.optional(),
  })
  .refine((it) => comparisons.filter((name) => it[name] !== undefined).length === 1, '一个条件只写一种比较');

/** The subjects of a kind that refer to this one by a role. */
export const list = z.strictObject({ kind: id, by: id });

export type Leaf = z.infer<typeof leaf>;
export type List = z.infer<typeof list>;
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { use: string }
  | { some: List; where?: Condition | undefined }
  | { every: List; where: Condition }
  | { none: List; where?: Condition | undefined }
  | { count: List; where?: Condition | undefined; atLeast: number }
  | { sum: List; of: string; where?: Condition | undefined; atLeast: z.infer<typeof operand> }
  | Leaf;

const lazy = z.lazy((): z.ZodType<Condition> => condition);

export const condition: z.ZodType<Condition> = z.union([
  z.strictObject({ all: z.array(lazy).min(1) }),
  z.strictObject({ any: z.array(lazy).min(1) }),
  z.strictObject({ not: lazy }),
  z.strictObject({ use: id }),
  z.strictObject({ some: list, where: lazy.optional() }),
  z.strictObject({ every: list, where: lazy }),
  z.strictObject({ none: list, where: lazy.optional() }),
  z.strictObject({ count: list, where: lazy.optional(), atLeast: z.number().int().min(1) }),
  z.strictObject({ sum: list, of: id, where: lazy.optional(), atLeast: operand }),
  leaf,
]);

/** A condition used more than once, named once; about subjects of one kind. */
export const namedCondition = z.strictObject({ id, label, subject: id, where: condition });
