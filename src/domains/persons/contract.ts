import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { done, named } from '../../kernel/wire.ts';
import { lookFields } from './terms.ts';

const one = z.object({ id: z.uuid() });
const because = z.string().trim().min(1, '请写明事由').max(200, '事由最多 200 字');
const document = z.string().trim().min(1, '请写明依据的文件或本人申请').max(200, '文件名称最多 200 字');
const typed = z.string().trim().max(100).nullable().optional();
const subject = z.object({ id: z.string(), kindLabel: z.string(), number: z.string() });

const card = z.object({
  /** What is held of the record's own human, masked; empty where the record names nobody. */
  fields: z.array(z.object({ field: z.enum(lookFields), label: z.string(), shown: z.string().nullable() })),
  /** Fields of the record that name a human: its own first. */
  people: z.array(named),
  erased: z.boolean(),
  mayLook: z.boolean(),
  mayKeep: z.boolean(),
  mayHandOver: z.boolean(),
  mayErase: z.boolean(),
});

const request = z.object({
  id: z.string(),
  kind: z.enum(['hand-over', 'erasure']),
  subject,
  field: named,
  reason: z.string(),
  document: z.string(),
  proposedBy: z.string().nullable(),
  proposedAt: z.string(),
  state: z.enum(['waiting', 'done', 'refused']),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  refusedBecause: z.string().nullable(),
  /** Whether the actor proposed it, so that another must decide. */
  own: z.boolean(),
});

/** `field` names the human: that of the record itself where absent. */
const asked = one.extend({ field: z.string().max(64).optional(), reason: because, document });

export const personsContract = {
  card: endpoint.meta({ right: 'records:read' }).route({ method: 'GET', path: '/dossiers/{id}/person', tags: ['persons'] }).input(one).output(card),
  look: endpoint.meta({ right: 'persons:unmask', stepUp: true }).route({ method: 'POST', path: '/dossiers/{id}/person/looks', tags: ['persons'] })
    // The value is null where the request is a repetition: it went out with the first answer only.
    .input(one.extend({ field: z.enum(lookFields), reason: because })).output(z.object({ value: z.string().nullable() })),
  keep: endpoint.meta({ right: 'records:write' }).route({ method: 'POST', path: '/dossiers/{id}/person', tags: ['persons'] })
    // Absent: as it is; null: forgotten.
    .input(one.extend({ phone: typed, idNumber: typed, email: typed })).output(done),
  handOver: endpoint.meta({ right: 'persons:hand-over', stepUp: true }).route({ method: 'POST', path: '/dossiers/{id}/person/hand-over', tags: ['persons'] })
    // Two files, in Base64, with neutral names; null where the request is a repetition.
    .input(asked).output(z.object({ files: z.array(z.object({ name: z.string(), base64: z.string() })).nullable() })),
  proposeErasure: endpoint.meta({ right: 'persons:erase', stepUp: true }).route({ method: 'POST', path: '/dossiers/{id}/person/erasure', tags: ['persons'] }).input(asked).output(one),
  requests: endpoint.meta({ right: 'persons:erase' }).route({ method: 'GET', path: '/person-requests', tags: ['persons'] }).output(z.array(request)),
  erase: endpoint.meta({ right: 'persons:erase', stepUp: true }).route({ method: 'POST', path: '/person-requests/{id}/erase', tags: ['persons'] }).input(one)
    // Evidence whose content stays, because another record rests on the same file.
    .output(z.object({ files: z.number(), kept: z.number() })),
  refuse: endpoint.meta({ right: 'persons:erase' }).route({ method: 'POST', path: '/person-requests/{id}/refuse', tags: ['persons'] }).input(one.extend({ reason: because })).output(done),
};
