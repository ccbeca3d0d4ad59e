import { z } from 'zod';
import { condition } from './conditions.ts';
import { figureOwners } from './measures.ts';
import { day, id, label, parameter, period, rate, validity } from './words.ts';

/** A clause of the policy document: its place and a short title in our own words. */
export const clause = z.strictObject({ id, title: label, place: label, ...validity });

const target = z.strictObject({
  measure: id,
  of: figureOwners,
  per: period,
  atLeast: z.union([z.number().positive(), rate, parameter]),
  /** The upper figure of “1–2”. */
  stretch: z.number().positive().optional(),
  clause: id,
  /** 硬指标、力争、可：soft words of the source. */
  firmness: z.enum(['hard', 'soft', 'optional']).default('hard'),
  ...validity,
});

/** One row of the annex. Units and groups; a group as lead means each of its members. */
export const task = z.strictObject({
  id,
  number: z.number().int().positive(),
  title: label,
  brief: label,
  clauses: z.array(id).min(1),
  lead: z.array(id),
  with: z.array(id),
  /** Where the source marks no lead: the parameter that a decision settles. */
  leadOpen: id.optional(),
  targets: z.array(target).default([]),
});

const parameterTypes = ['money', 'rate', 'number', 'text', 'list', 'yes-no', 'unit'] as const;
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).min(1)]);

/** What the source leaves open: settled by dated decisions; a reading is how the registers were kept meanwhile. */
export const parameterDeclaration = z.strictObject({
  id,
  label,
  type: z.enum(parameterTypes),
  clause: id,
  question: label,
  /** For `list` and `text`: the pack's list that its words come from. */
  list: id.optional(),
  /** In what a register or a form writes the amount: 万元. */
  unit: z.string().optional(),
  readings: z.array(z.strictObject({ value, from: day.optional(), source: label })).default([]),
});

/** Who verifies and certifies what. The first rule that fits a dossier holds; the declaring unit never certifies its own. */
export const certification = z.strictObject({
  subject: id,
  milestones: z.array(id).optional(),
  /** Only dossiers declared by these units or groups. */
  declaredBy: z.array(id).optional(),
  where: condition.optional(),
  verify: z.array(id).default([]),
  certify: z.array(id).min(1),
  /** Only an upstream list certifies it finally: the name of that list. */
  upstream: label.optional(),
});

export type TaskFormat = z.infer<typeof task>;
export type TargetFormat = z.infer<typeof target>;
export type ParameterFormat = z.infer<typeof parameterDeclaration>;
export type ClauseFormat = z.infer<typeof clause>;
export type CertificationFormat = z.infer<typeof certification>;
