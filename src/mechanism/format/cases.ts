import { z } from 'zod';
import { day, id, label } from './words.ts';
import { verdictStates } from '../dossier.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const subject = z.strictObject({
  kind: id,
  number: z.string().optional(),
  state: z.enum(verdictStates).default('certified'),
  fields: z.record(id, value).default({}),
  milestones: z.record(id, z.union([day, z.strictObject({ day, state: z.enum(verdictStates) })])).default({}),
  references: z.record(id, id).default({}),
  /** Unit → share; a bare list credits each in full. */
  credits: z.union([z.array(id), z.record(id, z.number())]).default([]),
});

const expected = z.union([
  z.strictObject({ measure: id, of: z.string(), window: z.string(), value: z.union([z.number(), z.null()]), doubt: z.number().int().optional(), standing: z.enum(['declared', 'certified']).default('certified') }),
  z.strictObject({ award: id, case: z.string(), year: z.number().int(), outcome: z.enum(['yes', 'no', 'unknown', 'none']), amount: z.string().optional(), min: z.string().optional(), max: z.string().optional() }),
]);

/** A case beside the rules: subjects as they stand, and what must come of them. */
export const packCase = z.strictObject({
  name: label,
  clause: id,
  decisions: z.array(z.strictObject({ param: id, value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]), from: day })).default([]),
  subjects: z.record(id, subject),
  expect: z.array(expected).min(1),
});

export type PackCase = z.infer<typeof packCase>;
