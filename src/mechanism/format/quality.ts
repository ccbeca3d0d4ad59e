import { z } from 'zod';
import { id, label } from './words.ts';

const points = z.number().min(0).max(100);

/** One indicator: 0–100 points for a word of a choice, or for the highest band that a number reaches; its weight is a parameter. */
const indicator = z.strictObject({ id, label, field: id, weight: id, words: z.record(label, points).optional(), bands: z.array(z.strictObject({ from: z.number(), points })).min(1).optional() });

/** How good subjects of a kind are, by several indicators. */
export const quality = z.strictObject({
  label,
  clause: id,
  subject: id,
  /** Only subjects with one of these words in a field. */
  only: z.strictObject({ field: id, in: z.array(label).min(1) }).optional(),
  indicators: z.array(indicator).min(1),
});

export type QualityFormat = z.infer<typeof quality>;
export type IndicatorFormat = z.infer<typeof indicator>;
