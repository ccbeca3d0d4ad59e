import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { clauseRef, dayText, fenText, named } from '../../kernel/wire.ts';
import { decisionActs, decisionStates, hangerKinds, previewStates } from './terms.ts';

const decisionView = z.object({
  id: z.string(),
  /** As people read it; written the same way it can be proposed again. */
  value: z.string(),
  from: dayText.nullable(),
  document: z.string(),
  /** Taken over with the registers of a past year. */
  takenOver: z.boolean(),
  state: z.enum(decisionStates),
  proposedBy: z.string().nullable(),
  proposedAt: z.string(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  /** Who withdrew or rejected it, when, and why. */
  closedBy: z.string().nullable(),
  closedAt: z.string().nullable(),
  closedReason: z.string().nullable(),
});

/** How a value is typed: a bare number is in `unit`; `choices` where the words come from a list or are units. */
const form = z.object({
  type: z.enum(['money', 'rate', 'number', 'text', 'list', 'yes-no', 'unit']),
  unit: z.string().nullable(),
  choices: z.array(named).nullable(),
});

const question = z.object({
  parameter: z.string(),
  label: z.string(),
  question: z.string(),
  clause: clauseRef,
  form,
  /** What holds today; null while nobody reads it in any way. */
  value: z.string().nullable(),
  decided: z.boolean(),
  source: z.string().nullable(),
  hangs: z.array(z.object({ kind: z.enum(hangerKinds), id: z.string(), name: z.string(), clauses: z.array(clauseRef) })),
});

/** Before and after. */
const change = <T extends z.ZodType>(of: T) => z.object({ before: of, after: of });

const figureChange = z.object({ value: change(z.number().nullable()), doubt: change(z.number()) });

const changedFigure = z.object({
  owner: named,
  window: z.object({ name: z.string(), label: z.string() }),
  certified: figureChange.nullable(),
  declared: figureChange.nullable(),
  /** The frozen period whose printed figure stays as it is: what changes becomes an adjustment. */
  frozen: z.string().nullable(),
});

const caseSide = z.object({ outcome: z.enum(['yes', 'no', 'unknown']), amount: z.string().nullable() });
const awardTotal = z.object({ yes: z.number(), unknown: z.number(), no: z.number(), minFen: fenText, maxFen: fenText, text: z.string() });

const preview = z.object({
  at: z.string(),
  subjects: z.number(),
  /** Facts and verdicts that came since it was worked out. */
  recordsSince: z.number(),
  /** Another decision or a corrected mechanism came since: it says nothing any more. */
  rulesSince: z.boolean(),
  measures: z.array(z.object({ id: z.string(), label: z.string(), unit: z.string(), total: z.number(), /** The first of them: the city, whole years, then the rest. */ figures: z.array(changedFigure) })),
  targets: z.array(z.object({ task: named, measure: z.string(), unit: z.string(), window: z.object({ name: z.string(), label: z.string() }), atLeast: change(z.number()) })),
  awards: z.array(z.object({
    id: z.string(),
    label: z.string(),
    totals: change(awardTotal),
    changed: z.number(),
    cases: z.array(z.object({ case: z.string(), year: z.number(), subject: z.object({ id: z.string(), name: z.string() }), sides: change(caseSide.nullable()) })),
    /** Changed cases that the actor may not see one by one. */
    hidden: z.number(),
  })),
});

const detail = z.object({
  decision: decisionView,
  question,
  /** What holds on the decision's first day without it. */
  instead: z.object({ value: z.string().nullable(), decided: z.boolean(), source: z.string().nullable() }),
  working: z.object({ state: z.enum(previewStates), done: z.number(), total: z.number(), error: z.string().nullable() }),
  preview: preview.nullable(),
  /** What the actor's role may do at all; `why` where it may not now. */
  acts: z.array(z.object({ act: z.enum(decisionActs), why: z.string().nullable() })),
});

const one = z.object({ id: z.uuid() });
const answer = z.object({ id: z.string() });
const typed = z.union([z.string().max(500), z.boolean(), z.array(z.string().max(100)).max(200)]);

export const decisionsContract = {
  list: endpoint.meta({ right: 'figures:read' }).route({ method: 'GET', path: '/decisions', tags: ['decisions'] }).output(z.array(question.extend({ decisions: z.array(decisionView) }))),
  one: endpoint.meta({ right: 'figures:read' }).route({ method: 'GET', path: '/decisions/{id}', tags: ['decisions'] }).input(one).output(detail),
  propose: endpoint.meta({ right: 'decisions:propose' }).route({ method: 'POST', path: '/decisions', tags: ['decisions'] })
    .input(z.object({ parameter: z.string(), value: typed, from: z.iso.date('请选生效日期'), document: z.string().trim().min(1, '请写明作出决定的文件或会议').max(200, '文件或会议名称最多 200 字') })).output(answer),
  preview: endpoint.meta({ right: 'decisions:approve' }).route({ method: 'POST', path: '/decisions/{id}/preview', tags: ['decisions'] }).input(one).output(answer),
  withdraw: endpoint.meta({ right: 'decisions:propose' }).route({ method: 'POST', path: '/decisions/{id}/withdraw', tags: ['decisions'] }).input(one).output(answer),
  reject: endpoint.meta({ right: 'decisions:approve' }).route({ method: 'POST', path: '/decisions/{id}/reject', tags: ['decisions'] })
    .input(one.extend({ reason: z.string().trim().min(1, '请写明驳回的理由，让提出的同志知道怎么改').max(500, '理由最多 500 字') })).output(answer),
  approve: endpoint.meta({ right: 'decisions:approve', stepUp: true }).route({ method: 'POST', path: '/decisions/{id}/approve', tags: ['decisions'] })
    .input(one.extend({ /** `preview.at` of what the approver has seen. */ seen: z.string() })).output(answer),
};
