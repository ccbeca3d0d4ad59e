import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { dayText, named, standing } from '../../kernel/wire.ts';
import { reportKinds, waits } from './terms.ts';

const counted = named.extend({ count: z.number() });

export const deskQuery = z.object({
  kind: z.string().max(64).optional(),
  /** The unit that declared it. */
  unit: z.string().max(64).optional(),
  milestone: z.string().max(64).optional(),
  waits: z.enum(waits).optional(),
  /** Only what its gate finds complete, or incomplete. */
  gate: z.enum(['complete', 'incomplete']).optional(),
  /** Only what has waited as long as the red lamp says. */
  lamp: z.enum(['late']).optional(),
  page: z.coerce.number().int().min(1).default(1),
});

/** One milestone of one record that waits for the actor's unit. */
const deskRow = z.object({
  id: z.string(), kind: z.string(), kindLabel: z.string(), number: z.string(), name: z.string(), unit: named, version: z.number(),
  milestone: z.string(), milestoneLabel: z.string(), day: dayText.nullable(),
  waits: z.enum(waits), waitsLabel: z.string(),
  since: dayText,
  /** Working days; null where a year's holidays are not known. */
  age: z.number().nullable(),
  light: z.enum(['good', 'slow', 'late', 'idle']),
  /** The frozen period in which its day lies: what changes now is an adjustment. */
  frozen: z.string().nullable(),
  /** What its gate asks for and is not there. */
  missing: z.array(z.string()),
});

export const reportQuery = z.object({ kind: z.enum(reportKinds), window: z.string().max(32) });

export const deskContract = {
  list: endpoint.meta({ right: 'verdicts:give' }).route({ method: 'GET', path: '/desk', tags: ['desk'] }).input(deskQuery).output(z.object({
    rows: z.array(deskRow),
    total: z.number(),
    page: z.number(),
    pageSize: z.number(),
    /** Of all that waits for the unit, whatever is filtered. */
    all: z.object({ total: z.number(), slow: z.number(), late: z.number(), kinds: z.array(counted), milestones: z.array(counted), units: z.array(counted), waits: z.array(counted) }),
    /** After how many working days the lamp turns, where the city says so. */
    days: z.object({ yellow: z.number().nullable(), red: z.number().nullable() }),
    /** Why ages cannot be told. */
    notice: z.string().nullable(),
    /** Sentences that returns are often given. */
    returnReasons: z.array(z.string()),
  })),
  report: endpoint.meta({ right: 'reports:read' }).route({ method: 'GET', path: '/reports/{kind}', tags: ['desk'] }).input(reportQuery).output(z.object({
    kind: z.enum(reportKinds), label: z.string(), says: z.string(), window: z.object({ name: z.string(), label: z.string() }),
    columns: z.array(z.string()),
    /** `subject`: the record that the row opens. Its name stands first, or where there is no record, what it is. */
    rows: z.array(z.object({ subject: z.string().nullable(), cells: z.array(z.string()) })),
    /** There are more rows than are shown; the file has them. */
    more: z.boolean(),
  })),
  /** Asks for a pack of working papers; it is made in the background. */
  askPaper: endpoint.meta({ right: 'papers:make' }).route({ method: 'POST', path: '/working-papers', tags: ['desk'] })
    .input(z.object({ measure: z.string().max(64), owner: z.string().max(64), window: z.string().max(32), standing })).output(z.object({ id: z.string() })),
  /** The actor's own, the newest first. */
  papers: endpoint.meta({ right: 'papers:make' }).route({ method: 'GET', path: '/working-papers', tags: ['desk'] }).output(z.array(z.object({
    id: z.string(), measure: named, owner: named, window: z.string(), windowLabel: z.string(), standing, at: z.string(), done: z.number(), total: z.number(),
    /** Of the finished file; its size is null where it is kept no more. */
    sha256: z.string().nullable(), size: z.number().nullable(), failed: z.string().nullable(),
  }))),
  /** The city's words for how evidence is verified. */
  words: endpoint.meta({ right: 'records:read' }).route({ method: 'GET', path: '/desk/words', tags: ['desk'] }).output(z.object({ evidenceChecks: z.array(z.string()) })),
};
