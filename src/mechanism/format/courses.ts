import { z } from 'zod';
import { condition } from './conditions.ts';
import { id, label } from './words.ts';

/** A kind of evidence that gates ask for: 正式协议, 银行进账凭证. */
export const evidenceKind = z.strictObject({
  id,
  label,
  /** Other words for it that evidence may stand under. */
  aliases: z.array(label).optional(),
});

/** What stands between a subject and one of its milestones. */
const gate = z.strictObject({
  milestone: id,
  /** The group of milestones that boards show it under: 在谈. */
  stage: label,
  /** Milestones that must stand before; their order is partial. */
  after: z.array(id).default([]),
  /** Not every such subject passes it. */
  optional: z.literal(true).optional(),
  fields: z.array(id).default([]),
  references: z.array(id).default([]),
  /** Kinds of evidence; of a list, one is enough. */
  evidence: z.array(z.union([id, z.array(id).min(2)])).default([]),
  /** What else must hold, in words and as a condition. */
  conditions: z.array(z.strictObject({ label, where: condition })).default([]),
  clauses: z.array(id).default([]),
  /** Words for who fills it in. */
  hint: label.optional(),
});

/** The milestones that subjects of a kind pass, in partial order. The first course whose condition fits is a subject's own. */
export const course = z.strictObject({
  id,
  label,
  subject: id,
  where: condition.optional(),
  gates: z.array(gate).min(1),
});

/** What ends a thing that was certified: a talent leaves, a firm falls dormant. Said of a subject, it reopens verdicts. */
export const decay = z.strictObject({ subject: id, milestone: id, reopens: z.array(id).min(1) });

export type EvidenceKindFormat = z.infer<typeof evidenceKind>;
export type GateFormat = z.infer<typeof gate>;
export type CourseFormat = z.infer<typeof course>;
export type DecayFormat = z.infer<typeof decay>;
