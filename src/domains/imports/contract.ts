import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { done } from '../../kernel/wire.ts';
import { importStates, refusalCodes } from './terms.ts';

const rejection = z.object({ sheet: z.string(), row: z.number(), code: z.enum(refusalCodes), label: z.string(), message: z.string() });
const change = z.object({ sheet: z.string(), row: z.number(), number: z.string(), kind: z.enum(['new', 'changed', 'same']), differences: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })) });

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
    accepted: z.record(z.string(), z.number()),
    rejected: z.array(rejection),
    fresh: z.number(),
    changed: z.number(),
    same: z.number(),
    /** New and changed rows, the first of them. */
    changes: z.array(change),
  }),
});

export const importsContract = {
  // The files themselves come by POST /api/v1/imports/files (multipart), which answers with the preview's id.
  list: endpoint.meta({ right: 'imports:read' }).route({ method: 'GET', path: '/imports', tags: ['imports'] }).output(z.array(importView.omit({ report: true }).extend({ accepted: z.number(), rejected: z.number() }))),
  one: endpoint.meta({ right: 'imports:read' }).route({ method: 'GET', path: '/imports/{id}', tags: ['imports'] }).input(z.object({ id: z.uuid() })).output(importView.extend({ mayTakeOver: z.boolean(), whyNot: z.string().nullable() })),
  confirm: endpoint.meta({ right: 'imports:make' }).route({ method: 'POST', path: '/imports/{id}/confirm', tags: ['imports'] })
    .input(z.object({ id: z.uuid(), /** Takes over a past year with its verdicts, on this document. */ document: z.string().trim().max(200).optional() })).output(done),
  // The refused rows leave by GET /api/v1/imports/{id}/refused.xlsx.
};
