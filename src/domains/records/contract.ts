import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { clauseRef, dayText, done, fenText, named, standing } from '../../kernel/wire.ts';
import { progressStates } from '../../mechanism/dossier.ts';
import { BATCH_LIMIT, fieldTypes } from './terms.ts';

const progressIs = z.enum(progressStates);
const acts = z.enum(['declare', 'verify', 'certify', 'certify-upstream', 'return', 'appeal', 'not-count']);
const checker = z.object({ unit: z.string(), name: z.string().nullable() });
/** What may be done to many at once. */
const batchActs = z.enum(['verify', 'certify', 'return', 'not-count']);
const subjectRef = z.object({ id: z.string(), kind: z.string(), kindLabel: z.string(), number: z.string(), name: z.string() });
const share = z.object({ unit: named, percent: z.number() });

type Explained = { sentence: string; outcome: 'yes' | 'no' | 'unknown'; found?: string | undefined; missing: string[]; parts: Explained[] };
export const explained: z.ZodType<Explained> = z.lazy(() => z.object({ sentence: z.string(), outcome: z.enum(['yes', 'no', 'unknown']), found: z.string().optional(), missing: z.array(z.string()), parts: z.array(explained) }));

const progressTag = z.object({ is: progressIs, label: z.string() });
/** A card of the board. */
const card = subjectRef.extend({ unit: named.nullable(), amount: z.string().nullable(), /** Since its last milestone. */ days: z.number().nullable(), progress: progressTag.nullable() });

/** A line of a register. Number, name, unit and state stand by themselves; `cells` are what the list's `columns` name, one to one. */
const row = subjectRef.extend({ unit: named.nullable(), state: z.string(), stateLabel: z.string(), stage: z.string().nullable(), progress: progressTag.nullable(), cells: z.array(z.string()) });

const history = z.object({ at: z.string(), day: dayText.nullable(), what: z.string(), detail: z.string(), unit: named, who: z.string().nullable(), reason: z.string().nullable(), document: z.string().nullable(), takenOver: z.boolean(), origin: z.string().nullable() });

const dossierDetail = subjectRef.extend({
  unit: named,
  version: z.number(),
  state: z.string(),
  stateLabel: z.string(),
  /** `value` as people read it and as `correct` takes it back (a masked name excepted); `choices` are the words of a `choice`. */
  fields: z.array(z.object({ id: z.string(), label: z.string(), value: z.string().nullable(), type: z.enum(fieldTypes), choices: z.array(z.string()) })),
  milestones: z.array(z.object({ id: z.string(), label: z.string(), day: dayText.nullable(), state: z.string().nullable(), stateLabel: z.string().nullable() })),
  /** `open`: whether the actor may open what is referred to; where not, its name is its number. */
  references: z.array(z.object({ role: z.string(), label: z.string(), subject: subjectRef, open: z.boolean() })),
  referredBy: z.array(z.object({ label: z.string(), subject: subjectRef })),
  /** The milestones of its kind in their partial order, with what each asks for and what of that is there. */
  course: z.object({
    id: z.string(),
    label: z.string(),
    /** The day before which a milestone is recorded with a reason only; null where none is asked. */
    reasonBefore: dayText.nullable(),
    gates: z.array(z.object({
      milestone: z.string(), label: z.string(), stage: z.string(), day: dayText.nullable(), state: z.string().nullable(), stateLabel: z.string().nullable(), optional: z.boolean(), hint: z.string().nullable(), clauses: z.array(clauseRef),
      /** `words`: the kinds of evidence that serve, as they are named; one is enough. */
      asked: z.array(z.object({ what: z.enum(['milestone', 'field', 'reference', 'evidence', 'condition']), id: z.string(), label: z.string(), outcome: z.enum(['yes', 'no', 'unknown']), words: z.array(z.string()) })),
      /** The fields among what it asks for: a condition may hang on one that is filled already. */
      asks: z.array(z.string()),
      /** Everything that it asks for is there, so that it can be recorded now. */
      ready: z.boolean(),
      /** It ends the subject and reopens what was certified of it, so it wants a reason. */
      ends: z.boolean(),
    })),
  }).nullable(),
  /** How it goes on beside its milestones, as said last. */
  progress: z.object({ is: progressIs, label: z.string(), day: dayText, cause: z.string() }).nullable(),
  credits: z.array(z.object({ from: dayText.nullable(), shared: z.boolean(), parts: z.array(share) })),
  evidence: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), milestone: z.string(), size: z.number(), unit: named, at: z.string(),
    /** How it was come by, as a word of the city's; and how it was verified, the latest last. */
    origin: z.string().nullable(), checks: z.array(z.object({ how: z.string(), good: z.boolean(), unit: named, who: z.string().nullable(), at: z.string() })) })),
  /** The register's row that it was read from last. */
  origin: z.string().nullable(),
  history: z.array(history),
  /** Where it counts now. */
  counted: z.array(z.object({ measure: z.string(), label: z.string(), unit: z.string(), owner: named, standing, day: dayText, window: z.string(), quantity: z.number(), doubt: z.number() })),
  /** Each rule that speaks of such a subject: yes or no, and why. */
  rules: z.array(z.object({ measure: z.string(), label: z.string(), sentence: z.string(), clauses: z.array(clauseRef), explained })),
  awards: z.array(z.object({ award: z.string(), label: z.string(), case: z.string(), year: z.number(), outcome: z.enum(['yes', 'no', 'unknown']), minFen: fenText.nullable(), maxFen: fenText.nullable() })),
  /** Units that see it beside those to whom it belongs; whether it is sealed; whether the actor may change either. */
  visibility: z.object({ shares: z.array(z.object({ unit: named, reason: z.string(), at: z.string() })), seal: z.object({ reason: z.string(), at: z.string() }).nullable(), mayChange: z.boolean() }),
  /** What the actor may do about it and on which milestones (`entry` is the record itself); where not, why not. */
  actions: z.array(z.object({ act: acts, label: z.string(), allowed: z.boolean(), why: z.string().nullable(), milestones: z.array(named) })),
  /** Correct it, and add evidence to it. */
  mayCorrect: z.boolean(),
  /** Checks on the spot by two persons; `confirmed`: the second of them, from which on it stands as evidence. */
  siteChecks: z.array(z.object({ id: z.string(), milestone: z.string(), milestoneLabel: z.string(), day: dayText, findings: z.string(), good: z.boolean(), by: checker, confirmed: checker.nullable(), mayConfirm: z.boolean() })),
  /** Say of its evidence how it was verified: never one's own. */
  mayCheck: z.boolean(),
  mayTransfer: z.boolean(),
  /** Why it cannot be taken back; null where it can. */
  mayNotWithdraw: z.string().nullable(),
});

/** Values by field, as people write them; null or blank is none. */
const writtenFields = z.record(z.string(), z.string().max(2000).nullable());
/** References by role, as the numbers that people write; null or blank is none. */
const writtenReferences = z.record(z.string(), z.string().max(100).nullable());
const changeOf = z.object({ id: z.uuid(), version: z.number().int() });
const because = z.string().trim().min(1, '请写明原因或依据').max(500);
const parts = z.array(z.object({ unit: z.string(), percent: z.number().positive().max(100) })).min(1);

const registerQuery = z.object({ kind: z.string(), q: z.string().max(100).optional(), unit: z.string().optional(), state: z.string().optional(), year: z.coerce.number().int().optional(), page: z.coerce.number().int().min(1).default(1) });
/** Narrower: by stage, by how it goes on, by words of its fields (of a text, a part), by amounts in 万元. */
const narrower = z.object({ stage: z.string().max(64).optional(), progress: progressIs.optional(), cause: z.string().max(64).optional(), fields: z.record(z.string(), z.string().max(100)).optional(), atLeast: z.record(z.string(), z.string().max(32)).optional() });
const registerPage = z.object({ kind: z.string(), label: z.string(), sheet: z.string(), columns: z.array(z.object({ label: z.string(), numeric: z.boolean() })), rows: z.array(row), total: z.number(), page: z.number(), pageSize: z.number() });

const registerForm = z.object({
  kind: z.string(), label: z.string(), sheet: z.string(), numberLabel: z.string(),
  /** Where blank, the number is given by the register. */
  numbered: z.boolean(),
  /** False where every unit has it in full. */
  shared: z.boolean(),
  /** The actor's own; whether it may enter for it. */
  unit: named, mayEnter: z.boolean(),
  /** `decides`: the course hangs on it; `personal`: it names a human, nothing is found by it. */
  fields: z.array(z.object({ id: z.string(), label: z.string(), type: z.enum(fieldTypes), choices: z.array(z.string()), personal: z.boolean(), decides: z.boolean(), from: z.string().nullable() })),
  references: z.array(z.object({ role: z.string(), label: z.string(), kind: z.string(), kindLabel: z.string() })),
  /** What each course wants at entry, and its first milestone where a day is enough for it; one without id where there is no course. */
  courses: z.array(z.object({ id: z.string(), label: z.string(), required: z.array(z.string()), references: z.array(z.string()), milestone: named.nullable(), hint: z.string().nullable() })),
  stages: z.array(z.string()), evidenceKinds: z.array(z.string()), evidenceOrigins: z.array(z.string()), causes: z.array(z.string()),
});

export const recordsContract = {
  kinds: endpoint.meta({ right: 'records:read' }).route({ method: 'GET', path: '/registers', tags: ['records'] }).output(z.array(z.object({ kind: z.string(), label: z.string(), sheet: z.string(), count: z.number() }))),
  // Words that may be a person's name come by `search`, in the body: an address stays in histories and logs.
  list: endpoint.meta({ right: 'records:read' }).route({ method: 'GET', path: '/registers/{kind}', tags: ['records'] })
    .input(registerQuery)
    .output(registerPage),
  search: endpoint.meta({ right: 'records:read' }).route({ method: 'POST', path: '/registers/{kind}/search', tags: ['records'] }).input(registerQuery.extend(narrower.shape)).output(registerPage),
  // The stages of its courses as columns.
  board: endpoint.meta({ right: 'records:read' }).route({ method: 'POST', path: '/registers/{kind}/board', tags: ['records'] }).input(registerQuery.omit({ page: true }).extend(narrower.shape))
    .output(z.array(z.object({ stage: z.string(), total: z.number(), cards: z.array(card) }))),
  // What a form and the filters of a kind are made of.
  form: endpoint.meta({ right: 'records:read' }).route({ method: 'GET', path: '/registers/{kind}/form', tags: ['records'] }).input(z.object({ kind: z.string() })).output(registerForm),
  // Who looked at what is covered.
  looks: endpoint.meta({ right: 'records:looks' }).route({ method: 'GET', path: '/dossiers/{id}/looks', tags: ['records'] }).input(z.object({ id: z.uuid() }))
    .output(z.array(z.object({ at: z.string(), who: z.string().nullable(), unit: named.nullable(), what: z.string(), reason: z.string().nullable() }))),
  dossier: endpoint.meta({ right: 'records:read' }).route({ method: 'GET', path: '/dossiers/{id}', tags: ['records'] }).input(z.object({ id: z.uuid() })).output(dossierDetail),
  /** What followed from it, nearest first; `from` is the record that each followed from. Sums are in 分 of 人民币, without the record itself. */
  trace: endpoint.meta({ right: 'records:read' }).route({ method: 'GET', path: '/dossiers/{id}/trace', tags: ['records'] }).input(z.object({ id: z.uuid() })).output(z.object({
    nodes: z.array(z.object({ subject: subjectRef, from: z.string().nullable(), how: z.string().nullable(), step: z.number(), unit: named, first: z.object({ day: dayText, label: z.string() }).nullable(), amount: z.string().nullable() })),
    sums: z.array(z.object({ kind: z.string(), label: z.string(), count: z.number(), fen: fenText })),
    /** There is more than is shown. */
    cut: z.boolean(),
  })),
  giveVerdict: endpoint.meta({ right: 'verdicts:give' }).route({ method: 'POST', path: '/dossiers/{id}/verdicts', tags: ['records'] })
    // Without milestones: all on which the actor may do it; a return or a “not counted” then leaves alone what is certified, if anything waits.
    .input(changeOf.extend({ act: acts, milestones: z.array(z.string()).min(1).optional(), reason: z.string().trim().max(500).default(''), document: z.string().trim().max(200).default('') })).output(done),
  previewVerdicts: endpoint.meta({ right: 'verdicts:give' }).route({ method: 'POST', path: '/verdicts/preview', tags: ['records'] })
    .input(z.object({ act: batchActs, items: z.array(z.object({ id: z.uuid(), milestone: z.string().max(64) })).min(1).max(BATCH_LIMIT) }))
    .output(z.array(z.object({ id: z.string(), milestone: z.string(), version: z.number().nullable(), why: z.string().nullable() }))),
  giveVerdicts: endpoint.meta({ right: 'verdicts:give' }).route({ method: 'POST', path: '/verdicts', tags: ['records'] })
    .input(z.object({ act: batchActs, items: z.array(changeOf.extend({ milestone: z.string().max(64) })).min(1).max(BATCH_LIMIT), reason: z.string().trim().max(500).default(''), document: z.string().trim().max(200).default('') }))
    .output(z.object({ done: z.array(z.object({ id: z.string(), number: z.string() })), refused: z.array(z.object({ id: z.string(), number: z.string(), why: z.string() })) })),
  confirmSiteCheck: endpoint.meta({ right: 'verdicts:give' }).route({ method: 'POST', path: '/site-checks/{id}/confirmation', tags: ['records'] }).input(z.object({ id: z.uuid() })).output(done),
  checkEvidence: endpoint.meta({ right: 'verdicts:give' }).route({ method: 'POST', path: '/evidence/{id}/checks', tags: ['records'] }).input(z.object({ id: z.uuid(), how: z.string().min(1, '请选择核验方式').max(64), good: z.boolean() })).output(done),
  // From null: a correction of the credits from the start; else later events only.
  transfer: endpoint.meta({ right: 'records:transfer' }).route({ method: 'POST', path: '/dossiers/{id}/transfers', tags: ['records'] })
    .input(changeOf.extend({ from: dayText.nullable(), parts, reason: z.string().trim().min(1, '请写明原因或依据').max(500) })).output(done),
  correct: endpoint.meta({ right: 'records:write' }).route({ method: 'POST', path: '/dossiers/{id}/corrections', tags: ['records'] })
    .input(changeOf.extend({ fields: z.record(z.string(), z.string().nullable()).default({}), references: writtenReferences.default({}), milestones: z.record(z.string(), dayText.nullable()).default({}), reason: z.string().trim().min(1, '请写明更正原因').max(500) })).output(done),
  enter: endpoint.meta({ right: 'records:write' }).route({ method: 'POST', path: '/registers/{kind}/records', tags: ['records'] })
    .input(z.object({ kind: z.string(), number: z.string().max(100).optional(), unit: z.string().max(64).optional(), fields: writtenFields.default({}), references: writtenReferences.default({}), milestones: z.record(z.string(), dayText).default({}), parts: parts.optional() }))
    .output(z.object({ id: z.string(), number: z.string() })),
  advance: endpoint.meta({ right: 'records:write' }).route({ method: 'POST', path: '/dossiers/{id}/milestones', tags: ['records'] })
    .input(changeOf.extend({ milestone: z.string().max(64), day: dayText, fields: writtenFields.default({}), references: writtenReferences.default({}), reason: z.string().trim().max(500).default('') })).output(done),
  progress: endpoint.meta({ right: 'records:write' }).route({ method: 'POST', path: '/dossiers/{id}/progress', tags: ['records'] })
    .input(changeOf.extend({ is: progressIs, cause: z.string().trim().max(64).default(''), reason: z.string().trim().max(500).default('') })).output(done),
  withdraw: endpoint.meta({ right: 'records:withdraw' }).route({ method: 'POST', path: '/dossiers/{id}/withdrawal', tags: ['records'] }).input(changeOf.extend({ reason: because })).output(done),
  share: endpoint.meta({ right: 'records:share' }).route({ method: 'POST', path: '/dossiers/{id}/shares', tags: ['records'] })
    .input(z.object({ id: z.uuid(), unit: z.string().min(1, '请选择单位').max(64), reason: because })).output(done),
  endShare: endpoint.meta({ right: 'records:share' }).route({ method: 'POST', path: '/dossiers/{id}/shares/end', tags: ['records'] }).input(z.object({ id: z.uuid(), unit: z.string().min(1).max(64) })).output(done),
  seal: endpoint.meta({ right: 'records:share' }).route({ method: 'POST', path: '/dossiers/{id}/seal', tags: ['records'] }).input(z.object({ id: z.uuid(), reason: because })).output(done),
  liftSeal: endpoint.meta({ right: 'records:share' }).route({ method: 'POST', path: '/dossiers/{id}/seal/lift', tags: ['records'] }).input(z.object({ id: z.uuid(), reason: because })).output(done),
};
