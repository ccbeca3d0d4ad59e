import { z } from 'zod';
import { day, id, label, validity } from './words.ts';

/** The city itself, as it stands in printed figures. */
export const city = z.strictObject({
  id,
  name: label,
  platform: label,
  /** Currency → the number parameter that says how many 元 one of it is. */
  exchange: z.record(label, id).optional(),
  /** The policy document; number, date and issuer may be blank in the source. */
  document: z.strictObject({ title: label, number: z.string().optional(), issuedOn: day.optional(), issuer: z.string().optional(), supersedes: z.string().optional(), ...validity }),
});

/** Offices that every such mechanism has, whatever a city calls them. */
const unitParts = ['talent-office', 'commerce-bureau', 'finance', 'assessment-office'] as const;

const unitKinds = ['park', 'township', 'department'] as const;

export const unit = z.strictObject({
  id,
  name: label,
  kind: z.enum(unitKinds),
  /** The unit that it belongs to: who works there sees and answers for what this one does. */
  under: id.optional(),
  /** Which of the mechanism's offices it is. */
  part: z.enum(unitParts).optional(),
  /** Other names that registers use. */
  aliases: z.array(label).optional(),
  /** The unit that took it over, from a day on: its postings are shown with the successor's. */
  mergedInto: z.strictObject({ unit: id, on: day }).optional(),
  ...validity,
});

/** A named set of units: 三区三园. A member may belong to it for a time only. */
export const group = z.strictObject({
  id,
  name: label,
  members: z.array(z.union([id, z.strictObject({ unit: id, ...validity })])).min(1),
});

export type UnitFormat = z.infer<typeof unit>;
export type GroupFormat = z.infer<typeof group>;
