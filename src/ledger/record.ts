import type { Transaction } from '../base/transaction.ts';
import { addDecimals } from './shares.ts';
import type { Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Dossier } from '../mechanism/dossier.ts';
import { ENTRY } from '../mechanism/vocabulary.ts';
import { deriveSubjects } from './derive.ts';
import { loadDossiers, storeDossiers } from './dossiers.ts';
import { applyFact, applyVerdict, emptyDossier } from './fold.ts';
import { currentRevision, type Ledger, LEDGER_LOCK, parametersInForce } from './ledger.ts';
import { SubjectLocks } from './locks.ts';
import { type Author, type Entry, type Statement, stateAfter, TRANSFER, type VerdictStatement } from './statements.ts';
import { type NewFact, type NewVerdict, storeActs } from './acts.ts';
import { type Edge, walkBack } from './walks.ts';

/** What became of one statement. */
export interface Recorded {
  readonly subject: string;
  readonly before: Dossier | undefined;
  readonly after: Dossier;
  /** False where everything stood so already. */
  readonly changed: boolean;
}

/**
 * Records statements about any number of subjects and everything that follows from them, in the caller's transaction:
 * facts, verdicts, dossiers, postings, award cases. Each subject is named once, by an id from `resolveSubjects`.
 * @throws Refusal 'nothing-recorded' (a verdict or transfer on a subject that does not stand), 'bad-credits'
 */
export async function record(tx: Transaction, ledger: Ledger, author: Author, statements: readonly Statement[]): Promise<Recorded[]> {
  await tx.query('select pg_advisory_xact_lock_shared($1)', [LEDGER_LOCK]);
  const { mechanism } = ledger;
  const locks = new SubjectLocks(tx);
  await lockForWriting(tx, locks, ledger, author, statements);
  const before = await loadDossiers(tx, statements.map((it) => it.subject.id));
  const facts: NewFact[] = [];
  const verdicts: NewVerdict[] = [];
  const recorded = statements.map((statement) => applyStatement(statement, before.get(statement.subject.id), author, facts, verdicts));
  const changed = recorded.filter((it) => it.changed);
  if (changed.length === 0) return recorded;
  const dossiers = changed.map((it) => it.after);
  await storeActs(tx, author, facts, verdicts);
  await storeDossiers(tx, dossiers);
  // Those who read the subjects as they are now, and as they were.
  const readers = await walkBack(tx, mechanism, dossiers, changed.flatMap((it) => (it.before ? edgesOf(it.before, it.before.references) : [])));
  const ids = [...dossiers, ...readers].map((it) => it.id);
  await locks.take(ids, []);
  const parameters = await parametersInForce(tx, mechanism);
  const revision = await currentRevision(tx, ledger);
  await deriveSubjects(tx, { mechanism, parameters, revision, request: author.request }, ids, locks);
  return recorded;
}

/** The subjects spoken of are locked; round those that will probably change, everything that takes part. */
async function lockForWriting(tx: Transaction, locks: SubjectLocks, { mechanism }: Ledger, author: Author, statements: readonly Statement[]): Promise<void> {
  const now = await loadDossiers(tx, statements.map((it) => it.subject.id));
  const changing = statements.filter((it) => mayChange(it, now.get(it.subject.id), author));
  const beside = changing.flatMap((it) => edgesOf(it.subject, it.entry?.references ?? {}));
  await locks.takeAround(mechanism, changing.map((it) => it.subject), beside, statements.map((it) => it.subject.id));
}

function mayChange(statement: Statement, dossier: Dossier | undefined, author: Author): boolean {
  try {
    return applyStatement(statement, dossier, author, [], []).changed;
  } catch {
    // Whether it is refused is said under the lock.
    return true;
  }
}

function edgesOf({ id, kind }: { id: string; kind: string }, references: Readonly<Record<string, string>>): Edge[] {
  return Object.entries(references).map(([role, to]) => ({ from_id: id, from_kind: kind, role, to_id: to }));
}

function applyStatement(statement: Statement, before: Dossier | undefined, author: Author, facts: NewFact[], verdicts: NewVerdict[]): Recorded {
  let after = before ?? emptyDossier(statement.subject);
  let changed = false;
  const say = (fact: Omit<NewFact, 'id' | 'subject' | 'unit'>): void => {
    const said: NewFact = { ...fact, subject: after.id, id: crypto.randomUUID(), unit: statement.unit ?? author.unit, origin: statement.origin, reason: statement.reason };
    facts.push(said);
    after = applyFact(after, said);
    changed = true;
  };
  if (statement.entry && !sameEntry(after, statement.entry)) {
    checkCredits(statement.entry.credits);
    say({ kind: ENTRY, day: null, content: { ...statement.entry }, withdrawn: false, supersedes: after.milestones[ENTRY]?.fact });
  }
  if (!after.milestones[ENTRY]) throw new Refusal('nothing-recorded', `${statement.subject.number}还没有登记，不能对它作出${statement.verdict ? '认定' : '变更'}。`);
  for (const [milestone, day] of Object.entries(statement.milestones ?? {})) {
    const held = after.milestones[milestone];
    if ((held?.day ?? null) !== day) say({ kind: milestone, day, content: {}, withdrawn: day === null, supersedes: held?.fact });
  }
  const { transfer } = statement;
  if (transfer && !sameCredits(creditsFrom(after, transfer.from), transfer.parts)) {
    checkCredits(transfer.parts);
    say({ kind: TRANSFER, day: transfer.from, content: { credits: transfer.parts }, withdrawn: false, supersedes: undefined });
  }
  for (const milestone of statement.verdict ? milestonesOf(statement.verdict, after) : []) {
    const { act, reason, document, takenOver } = statement.verdict!;
    if (after.milestones[milestone]!.state === stateAfter[act]) continue;
    verdicts.push({ subject: after.id, milestone, act, reason, document, takenOver: takenOver ?? false });
    after = applyVerdict(after, { milestone, act });
    changed = true;
  }
  return { subject: after.id, before, after, changed };
}

function milestonesOf(verdict: VerdictStatement, dossier: Dossier): readonly string[] {
  if (verdict.milestones === 'all') return Object.keys(dossier.milestones);
  for (const it of verdict.milestones) if (!dossier.milestones[it]) throw new Refusal('nothing-recorded', `${dossier.number}没有登记这一事项，不能认定。请先登记日期。`);
  return verdict.milestones;
}

function sameEntry(dossier: Dossier, entry: Entry): boolean {
  if (!dossier.milestones[ENTRY]) return false;
  return same(dossier.fields, entry.fields) && same(dossier.references, entry.references) && sameCredits(creditsFrom(dossier, null), entry.credits);
}

function creditsFrom(dossier: Dossier, day: Day | null): Entry['credits'] | undefined {
  return dossier.credits.find((it) => it.from === day)?.parts;
}

function sameCredits(a: Entry['credits'] | undefined, b: Entry['credits']): boolean {
  return a !== undefined && a.length === b.length && a.every(({ unit, share }, index) => unit === b[index]!.unit && share === b[index]!.share);
}

function same(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** Shares of a divided credit add up to exactly 1; an undivided one credits each unit in full. */
function checkCredits(parts: Entry['credits']): void {
  const units = new Set(parts.map((it) => it.unit));
  const undivided = parts.every((it) => it.share === '1');
  if (units.size !== parts.length || !(undivided || addDecimals(parts.map((it) => it.share)) === '1')) {
    throw new Refusal('bad-credits', '各单位的分成相加应为 100%，且每个单位只写一次。请改正后再提交。');
  }
}
