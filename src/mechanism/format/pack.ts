import { z } from 'zod';
import { award } from './awards.ts';
import { packCase } from './cases.ts';
import { namedCondition } from './conditions.ts';
import { course, decay, evidenceKind } from './courses.ts';
import { holidays } from './holidays.ts';
import { layout, unitTable } from './layouts.ts';
import { measure } from './measures.ts';
import { quality } from './quality.ts';
import { register, stateWords } from './registers.ts';
import { certification, clause, parameterDeclaration, task } from './tasks.ts';
import { city, group, unit } from './units.ts';
import { id, label } from './words.ts';

/** Words that a pack adds to a subject kind of the domains. */
const extraField = z.strictObject({ subject: id, id, label, type: z.enum(['text', 'choice', 'yes-no', 'money', 'number', 'day']), list: id.optional() });

/**
 * One city's mechanism. A pack is a folder of YAML files; each file holds some of these keys,
 * and lists that stand in several files are joined.
 */
export const pack = z.strictObject({
  format: z.literal(1),
  city,
  units: z.array(unit).min(1),
  groups: z.array(group).default([]),
  clauses: z.array(clause).min(1),
  /** Name → the words of a choice, in the order people expect. */
  lists: z.record(id, z.array(label).min(1)).default({}),
  fields: z.array(extraField).default([]),
  parameters: z.array(parameterDeclaration).default([]),
  conditions: z.array(namedCondition).default([]),
  measures: z.array(measure).default([]),
  tasks: z.array(task).default([]),
  awards: z.array(award).default([]),
  certification: z.array(certification).default([]),
  stateWords: stateWords.default({}),
  registers: z.array(register).default([]),
  layouts: z.array(layout).default([]),
  unitTables: z.array(unitTable).default([]),
  evidenceKinds: z.array(evidenceKind).default([]),
  courses: z.array(course).default([]),
  decay: z.array(decay).default([]),
  quality: quality.optional(),
  holidays: z.array(holidays).default([]),
  cases: z.array(packCase).default([]),
});

export type Pack = z.infer<typeof pack>;
