import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { clauseRef, dayText, done, named, standing, yearNumber } from '../../kernel/wire.ts';
import { lights } from './terms.ts';

const windowView = z.object({ name: z.string(), label: z.string(), from: dayText, to: dayText, state: z.enum(['passed', 'running', 'to-come']), pace: z.number() });

/** A target for one owner and window, with both standings apart. */
const targetLine = z.object({
  measure: z.string(),
  label: z.string(),
  unit: z.string(),
  owner: named,
  window: windowView,
  target: z.number(),
  stretch: z.number().nullable(),
  firmness: z.enum(['hard', 'soft', 'optional']),
  certified: z.number().nullable(),
  declared: z.number().nullable(),
  doubt: z.number(),
  frozen: z.boolean(),
  light: z.enum(lights),
  reason: z.string(),
});

const taskView = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  brief: z.string(),
  clauses: z.array(clauseRef),
  lead: z.array(named),
  with: z.array(named),
  /** The question that a decision must settle, where the source marks no lead. */
  leadOpen: z.string().nullable(),
  light: z.enum(lights),
  reason: z.string(),
  /** Mean completion of its lines, 0–1; null without a measure. */
  progress: z.number().nullable(),
  pace: z.number(),
  lines: z.array(targetLine),
});

const adjustment = z.object({ window: z.string(), label: z.string(), measure: z.string(), measureLabel: z.string(), owner: named, quantity: z.number(), subjects: z.number() });
const deriving = z.object({ running: z.boolean(), done: z.number(), total: z.number() });
const freezeView = z.object({ id: z.string(), window: z.string(), label: z.string(), document: z.string().nullable(), frozenAt: z.string() });

const inForce = z.object({ parameter: z.string(), label: z.string(), question: z.string(), value: z.string().nullable(), decided: z.boolean(), source: z.string().nullable() });

/** One step of a drill-down: what a subject brings to the figure. */
const contribution = z.object({ subject: z.string(), kind: z.string(), kindLabel: z.string(), number: z.string(), name: z.string(), day: dayText, quantity: z.number(), doubt: z.number(), unit: named, state: z.string(), stateLabel: z.string() });

const figureDetail = z.object({
  measure: z.object({ id: z.string(), label: z.string(), unit: z.string(), note: z.string().nullable(), rules: z.array(z.string()), clauses: z.array(clauseRef) }),
  owner: named,
  window: windowView,
  standing,
  value: z.number().nullable(),
  certified: z.number().nullable(),
  declared: z.number().nullable(),
  doubt: z.number(),
  target: targetLine.nullable(),
  /** Where the window is frozen: what was printed, and what the ledger says now. */
  frozen: z.object({ window: z.string(), label: z.string(), at: z.string(), document: z.string().nullable(), live: z.number().nullable() }).nullable(),
  /** For a ratio: its two figures. */
  parts: z.array(z.object({ measure: z.string(), label: z.string(), value: z.number(), role: z.enum(['numerator', 'denominator']) })),
  contributions: z.array(contribution),
  /** What the actor may not see one by one, only in sum. */
  hidden: z.object({ count: z.number(), quantity: z.number() }),
  decisions: z.array(inForce),
  adjustments: z.array(adjustment),
  /** The same measure for its other owners and windows of the year. */
  breakdown: z.array(z.object({ owner: named, cells: z.array(z.object({ window: windowView, value: z.number().nullable(), target: z.number().nullable(), light: z.enum(lights), frozen: z.boolean() })) })),
});

const thirtyRow = z.object({
  owner: named,
  numerator: z.number(),
  denominator: z.number(),
  ratio: z.number().nullable(),
  declaredNumerator: z.number(),
  declaredDenominator: z.number(),
  doubt: z.number(),
  /** Percentage points above (positive) or below the minimum; null without a denominator. */
  distance: z.number().nullable(),
  /** The least whole number of further talent-led projects that reaches the minimum; 0 where it is reached. */
  toClose: z.number(),
  /** In words what would close it. */
  hint: z.string(),
});

export const boardContract = {
  board: endpoint.meta({ right: 'figures:read' }).route({ method: 'GET', path: '/board', tags: ['board'] }).input(z.object({ year: yearNumber }))
    .output(z.object({ year: z.number(), today: dayText, deriving, tasks: z.array(taskView), summary: z.string(), openDecisions: z.number(), freezes: z.array(freezeView), adjustments: z.array(adjustment) })),
  figure: endpoint.meta({ right: 'figures:read' }).route({ method: 'GET', path: '/figures/{measure}/{owner}/{window}', tags: ['board'] })
    .input(z.object({ measure: z.string(), owner: z.string(), window: z.string(), standing: standing.default('certified') })).output(figureDetail),
  thirtyPercent: endpoint.meta({ right: 'figures:read' }).route({ method: 'GET', path: '/thirty-percent', tags: ['board'] }).input(z.object({ year: yearNumber }))
    .output(z.object({ year: z.number(), measures: z.object({ ratio: z.string(), numerator: z.string(), denominator: z.string() }), minimum: z.number(), decided: z.boolean(), question: z.string(), clauses: z.array(clauseRef), rule: z.array(z.string()), city: thirtyRow, units: z.array(thirtyRow), deriving })),
  freezes: endpoint.meta({ right: 'figures:read' }).route({ method: 'GET', path: '/freezes', tags: ['freezes'] }).output(z.array(freezeView)),
  freeze: endpoint.meta({ right: 'freezes:make', stepUp: true }).route({ method: 'POST', path: '/freezes', tags: ['freezes'] }).input(z.object({ window: z.string(), document: z.string().trim().min(1, '请写明封账依据的文件或会议').max(200) })).output(freezeView),
  frozenBoard: endpoint.meta({ right: 'figures:read' }).route({ method: 'GET', path: '/freezes/{id}', tags: ['freezes'] }).input(z.object({ id: z.uuid() }))
    .output(z.object({ freeze: freezeView, figures: z.array(z.object({ measure: z.string(), label: z.string(), unit: z.string(), owner: named, window: windowView, certified: z.number().nullable(), declared: z.number().nullable(), live: z.number().nullable(), inside: z.boolean() })), adjustments: z.array(adjustment) })),
  mergeUnits: endpoint.meta({ right: 'units:merge', stepUp: true }).route({ method: 'POST', path: '/units/{unit}/merge', tags: ['units'] }).input(z.object({ unit: z.string(), into: z.string(), day: dayText, document: z.string().trim().min(1, '请写明依据的文件') })).output(done),
};
