import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { dayText, named } from '../../kernel/wire.ts';

const auditView = z.object({
  seq: z.string(),
  at: z.string(),
  /** Null: the platform itself. */
  who: z.object({ id: z.string(), login: z.string(), name: z.string() }).nullable(),
  unit: named.nullable(),
  action: z.string(),
  actionLabel: z.string(),
  objectKind: z.string(),
  objectLabel: z.string(),
  objectId: z.string(),
  request: z.string(),
  detail: z.string(),
});

/** Days are whole, both included. `account` is an id: who acted is never named in an address. `object` is an id of anything; `before` pages on. */
export const auditQuery = z.object({
  from: dayText.optional(),
  to: dayText.optional(),
  account: z.uuid().optional(),
  action: z.string().max(64).optional(),
  object: z.string().trim().max(64).optional(),
  before: z.string().regex(/^\d{1,19}$/).optional(),
});

const choice = z.object({ id: z.string(), label: z.string() });
const page = z.object({ rows: z.array(auditView), /** Where the next page begins; null on the last. */ next: z.string().nullable() });

export const auditContract = {
  // The same as a file leaves by GET /api/v1/audit.csv.
  log: endpoint.meta({ right: 'audit:read' }).route({ method: 'GET', path: '/audit', tags: ['audit'] }).input(auditQuery).output(page),
  state: endpoint.meta({ right: 'audit:read' }).route({ method: 'GET', path: '/audit/state', tags: ['audit'] })
    .output(z.object({ seals: z.number(), lagSeconds: z.number(), late: z.boolean(), /** What can be asked for: acts, and whoever has an account. */ actions: z.array(choice), people: z.array(choice) })),
  looks: endpoint.meta({ right: 'audit:watch' }).route({ method: 'GET', path: '/audit/looks', tags: ['audit'] }).input(z.object({ before: auditQuery.shape.before })).output(page),
};
