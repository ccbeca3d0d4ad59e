import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { done } from '../../kernel/wire.ts';
import { importStates, matchReasons, refusalCodes } from './terms.ts';

const place = z.object({ sheet: z.string(), row: z.number() });
const rejection = place.extend({ code: z.enum(refusalCodes), label: z.string(), message: z.string() });
const change = place.extend({ number: z.string(), kind: z.enum(['new', 'changed', 'same']), differences: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })) });

const importView = z.object({
  id: z.string(),
  state: z.enum(importStates),
  files: z.array(z.string()),
  by: z.string().nullable(),
  begunAt: z.string(),
  /** Where a past year is taken over: on what document. */
  document: z.string().nullable(),
  done: z.number(),
  total: z.number(),
  error: z.string().nullable(),
  report: z.object({
    /** Rows that go in, by register. */
    accepted: z.record(z.string(), z.number()),
    /** In the order of files, sheets and rows; the first of them, the file of refused rows has them all. */
    rejected: z.array(rejection),
    rejectedCount: z.number(),
    /** Rows that go in and concern other units only: while there are any, the import cannot be confirmed by this unit. The first of them. */
    foreign: z.array(place.extend({ number: z.string() })),
    foreignCount: z.number(),
    fresh: z.number(),
    changed: z.number(),
    same: z.number(),
    /** New rows (without differences) and changed ones, the first of each, as they stood before the import. Gone after 30 days. */
    changes: z.array(change),
    /** What else there is to know, a sentence each: sheets that were passed over, decisions that were not taken. */
    notes: z.array(z.string()),
  }),
});

/** A row without a number: what it may be about, and what was picked for it. */
const match = place.extend({
  place: z.string(),
  name: z.string(),
  creditCode: z.string(),
  /** `open`: nothing yet, the row stays out; `record`: the record of `number`; `new`: registered under the next number; `out`: left out. */
  pick: z.enum(['open', 'record', 'new', 'out']),
  number: z.string().nullable(),
  /** Proposed by itself, for it is beyond doubt. */
  auto: z.boolean(),
  candidates: z.array(z.object({ number: z.string(), name: z.string(), creditCode: z.string(), why: z.enum(matchReasons) })),
});

const picks = z.record(z.string().max(300), z.string().trim().min(1).max(100));

export const importsContract = {
  // The files themselves come by POST /api/v1/imports/files (multipart), which answers with the preview's id.
  list: endpoint.meta({ right: 'imports:read' }).route({ method: 'GET', path: '/imports', tags: ['imports'] }).output(z.array(importView.omit({ report: true }).extend({ accepted: z.number(), rejected: z.number() }))),
  one: endpoint.meta({ right: 'imports:read' }).route({ method: 'GET', path: '/imports/{id}', tags: ['imports'] }).input(z.object({ id: z.uuid() })).output(importView.extend({
    /** Whether the actor may confirm without a document (rows are declared only); where not, why. */
    mayConfirm: z.boolean(),
    whyNotConfirm: z.string().nullable(),
    /** Whether the actor may confirm with a document (takes over a past year with its verdicts); where not, why. */
    mayTakeOver: z.boolean(),
    whyNot: z.string().nullable(),
    /** Rows without a number, those that are open first, the first of them; gone after 30 days. */
    matches: z.array(match),
    matchCounts: z.object({ open: z.number(), record: z.number(), fresh: z.number(), out: z.number() }),
    /** Whether its registers number by themselves, so that rows can be registered anew. */
    mayBeNew: z.boolean(),
    /** Whether GET /api/v1/imports/{id}/refused.xlsx has a file to give. */
    hasRefusedFile: z.boolean(),
  })),
  // By place: a number, `new`, `out` or `open`. What would change is worked out anew; nothing goes in.
  pick: endpoint.meta({ right: 'imports:make' }).route({ method: 'POST', path: '/imports/{id}/picks', tags: ['imports'] }).input(z.object({ id: z.uuid(), picks })).output(done),
  confirm: endpoint.meta({ right: 'imports:make' }).route({ method: 'POST', path: '/imports/{id}/confirm', tags: ['imports'] })
    .input(z.object({ id: z.uuid(), /** Takes over a past year with its verdicts, on this document. */ document: z.string().trim().max(200).optional() })).output(done),
  // The refused rows leave by GET /api/v1/imports/{id}/refused.xlsx.
};
