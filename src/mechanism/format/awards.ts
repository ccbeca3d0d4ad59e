import { z } from 'zod';
import { condition, list } from './conditions.ts';
import { id, label, money, parameter, period, rate, validity } from './words.ts';

const amountOf = z.union([money, parameter]);
const rateOf = z.union([rate, parameter]);

/** What an amount is taken of: a money field of the case's subject, or the sum of one over the case's items. */
const base = z.union([z.strictObject({ field: id }), z.strictObject({ sum: id })]);
/** How many: a number field, or the count of the case's items. */
const heads = z.union([z.strictObject({ field: id }), z.literal('items')]);

/** Brackets must join without gap or overlap; `from` is included, `to` (where written) is not. */
const bracket = z.strictObject({ from: money, to: money.optional(), pay: amountOf.optional(), rate: rateOf.optional() });

export type Amount =
  | { fixed: z.infer<typeof amountOf> }
  | { range: { min: z.infer<typeof amountOf>; max: z.infer<typeof amountOf> } }
  | { table: string; rows: Record<string, string>; otherwise?: string | undefined }
  | { brackets: z.infer<typeof bracket>[]; of: z.infer<typeof base>; marginal: boolean }
  | { rate: z.infer<typeof rateOf>; of: z.infer<typeof base> }
  | { step: { from: string; every: string; pay: string; start: string }; of: z.infer<typeof base> }
  | { match: string; of: z.infer<typeof base> }
  | { perHead: z.infer<typeof amountOf>; heads: z.infer<typeof heads> }
  | { uplift: string; when: z.infer<typeof condition>; of: Amount }
  | { bestOf: Amount[] }
  | { clamp: Amount; min?: z.infer<typeof amountOf> | undefined; max?: z.infer<typeof amountOf> | undefined };

const lazy = z.lazy((): z.ZodType<Amount> => amount);

export const amount: z.ZodType<Amount> = z.union([
  z.strictObject({ fixed: amountOf }),
  z.strictObject({ range: z.strictObject({ min: amountOf, max: amountOf }) }),
  z.strictObject({ table: id, rows: z.record(z.string(), money), otherwise: money.optional() }),
  z.strictObject({ brackets: z.array(bracket).min(1), of: base, marginal: z.boolean() }),
  z.strictObject({ rate: rateOf, of: base }),
  z.strictObject({ step: z.strictObject({ from: money, every: money, pay: money, start: money }), of: base }),
  z.strictObject({ match: rate, of: base }),
  z.strictObject({ perHead: amountOf, heads }),
  z.strictObject({ uplift: rate, when: condition, of: lazy }),
  z.strictObject({ bestOf: z.array(lazy).min(2) }),
  z.strictObject({ clamp: lazy, min: amountOf.optional(), max: amountOf.optional() }),
]);

/** Declared and checked here; settled on the ledger of payments later. */
const settlement = z.strictObject({
  stacking: z.strictObject({ group: id, mode: z.enum(['highest', 'add', 'top-up']) }).optional(),
  caps: z.array(z.strictObject({ per: z.enum(['case', 'beneficiary', 'unit', 'city']), period: period.optional(), amount: amountOf })).optional(),
  budget: z.strictObject({ id, amount: amountOf, order: z.enum(['first-come', 'pro-rata']) }).optional(),
  instalments: z.array(z.strictObject({ share: rate, on: label })).min(2).optional(),
});

/**
 * An award looks at one subject (or at each group of the subjects that refer to it) in each year that it is dated in.
 * `when` says which subjects are cases at all; `where` decides a case: yes, no or unknown.
 */
export const award = z.strictObject({
  id,
  label,
  clauses: z.array(id).min(1, '奖励必须写明条款'),
  /** Who receives it, in words. */
  payee: label,
  subject: id,
  dated: id.optional(),
  each: z.strictObject({ ...list.shape, group: id, dated: id, where: condition.optional() }).optional(),
  when: condition.optional(),
  where: condition.optional(),
  amount,
  discretionary: z.boolean().optional(),
  settlement: settlement.optional(),
  ...validity,
}).refine((it) => (it.dated === undefined) !== (it.each === undefined), '奖励按对象的里程碑或按分组条目的里程碑定年，二者取一');

export type AwardFormat = z.infer<typeof award>;
