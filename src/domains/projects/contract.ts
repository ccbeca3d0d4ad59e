import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { clauseRef, dayText, done, fenText, named } from '../../kernel/wire.ts';
import { promiseSides, promiseStates } from './terms.ts';

const one = z.object({ id: z.uuid() });
const because = z.string().trim().min(1, '请写明原因').max(500, '原因最多 500 字');

const followUp = z.object({
  id: z.string(),
  /** 拜访, 来访, 电话 …; null: a note. */
  form: z.string().nullable(),
  day: dayText,
  /** Blank where it was taken back. */
  text: z.string(),
  next: z.object({ step: z.string(), day: dayText }).nullable(),
  unit: named,
  who: z.string().nullable(),
  at: z.string(),
  /** Ids, for `/api/v1/photos/{id}`. */
  photos: z.array(z.string()),
  /** Names of the colleagues who were asked to look. */
  mentioned: z.array(z.string()),
  takenBack: z.object({ reason: z.string(), at: z.string() }).nullable(),
  mayTakeBack: z.boolean(),
});
const colleague = z.object({ id: z.string(), name: z.string(), unit: named });
const mention = z.object({ id: z.string(), dossier: z.object({ id: z.string(), kindLabel: z.string(), number: z.string() }), by: z.string().nullable(), unit: named, day: dayText, text: z.string(), at: z.string() });

const promise = z.object({
  id: z.string(),
  side: z.enum(promiseSides),
  text: z.string(),
  due: dayText.nullable(),
  amountFen: fenText.nullable(),
  state: z.enum(promiseStates),
  overdue: z.boolean(),
  /** What was said of it last, and by whom; null while nothing was. */
  last: z.object({ day: dayText, reason: z.string().nullable(), unit: named, who: z.string().nullable(), evidence: named.nullable() }).nullable(),
  unit: named,
  who: z.string().nullable(),
  at: z.string(),
});
/** How an amount of foreign money becomes 人民币; null where no rate is in force. */
const working = z.object({ sentence: z.string(), decided: z.boolean(), source: z.string() }).nullable();
const money = z.object({
  number: z.string(),
  /** The planned total in the smallest unit of its currency, and in fen; null where it was not said. */
  promised: z.object({ amount: fenText, currency: z.string(), fen: fenText.nullable(), working }).nullable(),
  parts: z.array(z.object({
    id: z.string(),
    number: z.string(),
    /** On which it arrived; null: entered, not yet said to have arrived. */
    day: dayText.nullable(),
    fen: fenText.nullable(),
    /** Foreign money as it arrived; `agrees`: the amount in 人民币 is the one that the rate of its day gives. */
    original: z.object({ amount: fenText, currency: z.string(), working, agrees: z.boolean() }).nullable(),
    state: z.string(),
    stateLabel: z.string(),
    divested: dayText.nullable(),
    /** Whether proof of the arrival stands beside it. */
    proven: z.boolean(),
  })),
  /** Fen that arrived and stayed. */
  arrived: z.object({ declared: fenText, certified: fenText }),
  /** Of what was promised; null where that is unknown. */
  share: z.object({ declared: z.number().nullable(), certified: z.number().nullable() }),
  mayEnter: z.boolean(),
});
const quality = z.object({
  label: z.string(),
  clause: clauseRef,
  /** Of 100 points: what is known comes to, what it can come to at most, and how; null where a weight is open. */
  score: z.string().nullable(),
  atMost: z.string().nullable(),
  working: z.string().nullable(),
  missing: z.array(z.string()),
  indicators: z.array(z.object({ id: z.string(), label: z.string(), value: z.string().nullable(), points: z.number().nullable(), weight: z.string().nullable(), decided: z.boolean(), source: z.string().nullable() })),
});
export const projectsContract = {
  followUps: endpoint.meta({ right: 'followups:read' }).route({ method: 'GET', path: '/dossiers/{id}/follow-ups', tags: ['projects'] }).input(one)
    .output(z.object({ forms: z.array(z.string()), mayWrite: z.boolean(), today: dayText, items: z.array(followUp) })),
  takeBackFollowUp: endpoint.meta({ right: 'followups:write' }).route({ method: 'POST', path: '/follow-ups/{id}/taking-back', tags: ['projects'] }).input(one.extend({ reason: because })).output(done),
  // Whoever may see the record and so may be asked to look at it.
  colleagues: endpoint.meta({ right: 'followups:write' }).route({ method: 'GET', path: '/dossiers/{id}/colleagues', tags: ['projects'] }).input(one).output(z.array(colleague)),
  mentions: endpoint.meta({ right: 'followups:read' }).route({ method: 'GET', path: '/mentions', tags: ['projects'] }).output(z.array(mention)),
  seeMention: endpoint.meta({ right: 'followups:read' }).route({ method: 'POST', path: '/mentions/{id}/seen', tags: ['projects'] }).input(one).output(done),
  promises: endpoint.meta({ right: 'records:read' }).route({ method: 'GET', path: '/dossiers/{id}/promises', tags: ['projects'] }).input(one).output(z.object({ mayWrite: z.boolean(), today: dayText, items: z.array(promise) })),
  promise: endpoint.meta({ right: 'records:write' }).route({ method: 'POST', path: '/dossiers/{id}/promises', tags: ['projects'] })
    // An amount as people write it: 3000万元.
    .input(one.extend({ side: z.enum(promiseSides), text: z.string().trim().min(1, '请写明约定的事项').max(500, '约定事项最多 500 字'), due: dayText.nullable().default(null), amount: z.string().trim().max(50).default('') })).output(one),
  money: endpoint.meta({ right: 'records:read' }).route({ method: 'GET', path: '/dossiers/{id}/money', tags: ['projects'] }).input(one).output(money),
  // Null: not judged so.
  quality: endpoint.meta({ right: 'records:read' }).route({ method: 'GET', path: '/dossiers/{id}/quality', tags: ['projects'] }).input(one).output(quality.nullable()),
  settlePromise: endpoint.meta({ right: 'records:write' }).route({ method: 'POST', path: '/promises/{id}/state', tags: ['projects'] })
    // Kept after its day is kept late. Without a day: today.
    .input(one.extend({ is: z.enum(['kept', 'waived', 'open', 'withdrawn']), day: dayText.optional(), reason: z.string().trim().max(500).default(''), evidence: z.uuid().optional() })).output(done),
};
