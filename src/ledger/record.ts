import type { Transaction } from '../base/transaction.ts';
import { addDecimals } from './shares.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Dossier } from '../mechanism/dossier.ts';
import { ENTRY } from '../mechanism/vocabulary.ts';
import { deriveSubjects } from './derive.ts';
import { loadDependants, loadDossiers, storeDossiers } from './dossiers.ts';
import { applyFact, applyVerdict, emptyDossier } from './fold.ts';
import { currentRevision, type Ledger, LEDGER_LOCK, parametersInForce } from './ledger.ts';
import { type Author, type Entry, type Statement, stateAfter, TRANSFER, type VerdictStatement } from './statements.ts';
import { type NewFact, type NewVerdict, storeActs } from './acts.ts';

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
  const subjects = statements.map((it) => it.subject);
  await lock(tx, subjects.map((it) => it.id));
  const before = await loadDossiers(tx, subjects.map((it) => it.id));
  const facts: NewFact[] = [];
  const verdicts: NewVerdict[] = [];
  const recorded = statements.map((statement) => applyStatement(statement, before.get(statement.subject.id), author, facts, verdicts));
  const changed = recorded.filter((it) => it.changed).map((it) => it.after);
  if (changed.length === 0) return recorded;
  // Those who read the subjects as they were, and as they will be.
  const readers = new Set(await loadDependants(tx, ledger.mechanism, changed));
  await storeActs(tx, author, facts, verdicts);
  await storeDossiers(tx, changed);
  for (const id of await loadDependants(tx, ledger.mechanism, changed)) readers.add(id);
  await lock(tx, [...readers]);
  const parameters = await parametersInForce(tx, ledger.mechanism);
  const revision = await currentRevision(tx);
  await deriveSubjects(tx, { mechanism: ledger.mechanism, parameters, revision, request: author.request }, [...changed.map((it) => it.id), ...readers]);
  return recorded;
}

async function lock(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.query('select from subject where id = any($1::uuid[]) order by id for update', [ids]);
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
  if (statement.transfer) {
    checkCredits(statement.transfer.parts);
    say({ kind: TRANSFER, day: statement.transfer.from, content: { credits: statement.transfer.parts }, withdrawn: false, supersedes: undefined });
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
  const parts = dossier.credits.find((it) => it.from === null)?.parts ?? [];
  return same(dossier.fields, entry.fields) && same(dossier.references, entry.references) && sameCredits(parts, entry.credits);
}

function sameCredits(a: Entry['credits'], b: Entry['credits']): boolean {
  return a.length === b.length && a.every(({ unit, share }, index) => unit === b[index]!.unit && share === b[index]!.share);
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
