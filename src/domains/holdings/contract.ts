import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { clauseRef, dayText, done, fenText, named } from '../../kernel/wire.ts';
import { holdingActs, offerKinds } from './terms.ts';

const because = z.string().trim().min(1, '请写明理由').max(500, '理由最多 500 字');
const onDocument = z.string().trim().min(1, '请写明依据的文件或会议').max(200);
const asked = z.string().trim().max(200).optional();
const one = z.object({ id: z.uuid() });
const subject = z.object({ id: z.string(), number: z.string(), name: z.string(), kindLabel: z.string() });

const receiptLine = z.object({ id: z.string(), number: z.string(), at: z.string(), held: z.boolean(), /** Whether an explanation of it waits, was accepted or refused. */ explained: z.enum(['waiting', 'accepted', 'refused']).nullable() });
const steps = z.array(z.object({ act: z.enum(holdingActs), label: z.string(), unit: named, at: z.string(), reason: z.string(), document: z.string() }));
const holding = z.object({
  subject,
  unit: named,
  since: z.string(),
  /** Whole days since anything was said or recorded of it. */
  quietDays: z.number(),
  /** It was quiet for so long that the commerce bureau is asked to look. */
  look: z.boolean(),
});
const offer = z.object({ id: z.string(), kind: z.enum(offerKinds), label: z.string(), subject, by: named, to: named, percent: z.number(), from: dayText.nullable(), reason: z.string(), at: z.string(), /** Whether it is the actor's unit that answers. */ mine: z.boolean() });

export const holdingsContract = {
  state: endpoint.meta({ right: 'holdings:read' }).route({ method: 'GET', path: '/first-report', tags: ['holdings'] }).output(z.object({
    on: z.boolean(),
    /** What nobody has decided yet, where it is off. */
    open: z.array(z.object({ parameter: z.string(), label: z.string(), question: z.string(), clause: clauseRef })),
    /** Who proposes and approves such decisions; whom to ask, and who releases. */
    deciders: z.array(z.string()),
    office: z.string(),
    terms: z.object({ minimum: z.string(), minimumFen: fenText, contacts: z.array(z.string()), days: z.number() }).nullable(),
    /** What the actor's units hold. */
    holdings: z.array(holding),
    /** What the actor asked lately. */
    checks: z.array(receiptLine),
    offers: z.array(offer),
    mayDecide: z.boolean(),
    units: z.array(named),
  })),
  check: endpoint.meta({ right: 'holdings:ask' }).route({ method: 'POST', path: '/first-report/checks', tags: ['holdings'] })
    .input(z.object({ name: asked, code: asked, phone: asked, controller: asked, content: z.string().trim().max(1000).optional() }))
    .output(z.object({ id: z.string(), number: z.string(), at: z.string(), held: z.boolean() })),
  receipt: endpoint.meta({ right: 'holdings:ask' }).route({ method: 'GET', path: '/first-report/checks/{id}', tags: ['holdings'] }).input(one)
    .output(z.object({ id: z.string(), number: z.string(), at: z.string(), unit: z.string(), post: z.string(), held: z.boolean(), office: z.string(), asked: z.string() })),
  explain: endpoint.meta({ right: 'holdings:ask' }).route({ method: 'POST', path: '/first-report/checks/{id}/explanation', tags: ['holdings'] }).input(one.extend({ reason: because })).output(done),
  cases: endpoint.meta({ right: 'holdings:decide' }).route({ method: 'GET', path: '/first-report/cases', tags: ['holdings'] }).output(z.object({
    holdings: z.array(holding.extend({ /** Units that asked and were told that it is held. */ asked: z.array(z.object({ unit: named, number: z.string(), at: z.string() })), steps })),
    explanations: z.array(z.object({ id: z.string(), number: z.string(), unit: named, reason: z.string(), at: z.string(), against: z.array(holding.pick({ subject: true, unit: true })) })),
  })),
  decide: endpoint.meta({ right: 'holdings:decide' }).route({ method: 'POST', path: '/first-report/explanations/{id}', tags: ['holdings'] }).input(one.extend({ accept: z.boolean(), reason: because, document: onDocument })).output(done),
  release: endpoint.meta({ right: 'holdings:decide' }).route({ method: 'POST', path: '/first-report/holdings/{id}/release', tags: ['holdings'] })
    .input(one.extend({ reason: because, document: onDocument, /** The unit that goes on with it: later events are credited to it. */ to: z.string().max(64).optional() })).output(done),
  offer: endpoint.meta({ right: 'holdings:ask' }).route({ method: 'POST', path: '/first-report/holdings/{id}/offers', tags: ['holdings'] })
    .input(one.extend({ kind: z.enum(offerKinds), to: z.string().min(1, '请选择单位').max(64), /** What the other unit gets of the credit; of a hand-over all. */ percent: z.number().positive().max(100).default(100), from: dayText.nullable().default(null), reason: because })).output(done),
  /** Who is responsible for which lead of the actor's units; null: nobody was ever named. */
  officers: endpoint.meta({ right: 'holdings:hand-over' }).route({ method: 'GET', path: '/lead-officers', tags: ['holdings'] })
    .output(z.object({ officers: z.array(z.object({ officer: named.nullable(), leads: z.array(subject) })), receivers: z.array(named) })),
  handOver: endpoint.meta({ right: 'holdings:hand-over' }).route({ method: 'POST', path: '/lead-officers', tags: ['holdings'] })
    .input(z.object({ from: z.uuid().nullable(), to: z.uuid('请选择接手的同志'), leads: z.array(z.uuid()).min(1, '请至少选一个项目').max(2000) })).output(done),
  answer: endpoint.meta({ right: 'holdings:ask' }).route({ method: 'POST', path: '/first-report/offers/{id}', tags: ['holdings'] }).input(one.extend({ accept: z.boolean(), reason: z.string().trim().max(500).default('') })).output(done),
};
