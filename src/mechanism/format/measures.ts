import { z } from 'zod';
import { condition } from './conditions.ts';
import { id, label, period, validity } from './words.ts';

/** Whose figures: units, groups, `city`, or every subject of a kind. */
export const figureOwners = z.union([z.array(id).min(1), z.literal('city'), z.strictObject({ subjects: id })]);

/** A figure that is printed: one for each owner and each window of the period. */
const figure = z.strictObject({ of: figureOwners, per: period });

/** Who is credited: the units of the dossier (whole each, or by share), the city, or the subject that a reference names. */
const owner = z.union([
  z.strictObject({ credited: z.enum(['each', 'share']) }),
  z.strictObject({ city: z.literal(true) }),
  z.strictObject({ reference: id }),
]);

/** What is counted: subjects of a kind, dated by the milestone (a union takes the earliest in each of its windows). */
const count = z.strictObject({
  subject: id,
  on: z.union([id, z.array(id).min(2)]),
  where: condition.optional(),
  ...validity,
});

/** A standing state: +1 on the day it opens, −1 on the day it closes; a figure is the state at the window's end. */
const state = z.strictObject({ subject: id, opens: id, closes: id, where: condition.optional(), ...validity });

const common = { id, label, unit: label, clauses: z.array(id).min(1, '指标必须写明条款'), note: label.optional(), figures: z.array(figure).min(1) };

export const measure = z.union([
  z.strictObject({ ...common, counts: z.array(count).min(1), owners: z.array(owner).min(1), unionPer: period.optional() }),
  z.strictObject({ ...common, state, owners: z.array(owner).min(1) }),
  z.strictObject({ ...common, ratio: z.strictObject({ of: id, over: id, places: z.number().int().min(0).max(8) }) }),
]);

export type MeasureFormat = z.infer<typeof measure>;
export type OwnerFormat = z.infer<typeof owner>;
export type CountFormat = z.infer<typeof count>;
export type StateFormat = z.infer<typeof state>;
export type FigureOwners = z.infer<typeof figureOwners>;
