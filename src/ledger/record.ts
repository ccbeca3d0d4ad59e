import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../base/transaction.ts';
import { addDecimals } from './shares.ts';
import type { Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Dossier } from '../mechanism/dossier.ts';
import type { Parameters } from '../mechanism/parameters.ts';
import { ENTRY } from '../mechanism/vocabulary.ts';
import { deriveAll, deriveSubjects, storeDerived, sumStored } from './derive.ts';
import { loadDossiers, neighbourhoodOf, storeDossiers } from './dossiers.ts';
import { applyFact, applyVerdict, emptyDossier } from './fold.ts';
import { type Ledger, LEDGER_LOCK, termsInForce } from './ledger.ts';
import { reachAround, SubjectLocks } from './locks.ts';
import { type Author, type Entry, PROGRESS, type Statement, stateAfter, TRANSFER, type VerdictStatement } from './statements.ts';
import { type NewFact, type NewVerdict, storeActs } from './acts.ts';
import { type Edge, type Reached, walkAround } from './walks.ts';

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
 * @throws Refusal 'nothing-recorded' (a verdict or transfer on a subject that does not stand), 'bad-credits', and what the ledger's guard says no to
 */
export async function record(tx: Transaction, ledger: Ledger, author: Author, statements: readonly Statement[]): Promise<Recorded[]> {
  const { mechanism } = ledger;
  const locks = new SubjectLocks(tx);
  let [, reach] = await Promise.all([
    tx.query('select pg_advisory_xact_lock_shared($1)', [LEDGER_LOCK]),
    changingOf(tx, author, statements).then((changing) => reachOf(tx, ledger, changing)),
  ]);
  for (;;) {
    const held = await readUnderLock(tx, ledger, locks, statements, reach);
    const said = statements.map((it) => applyStatement(it, held.dossiers.get(it.subject.id), author));
    const changed = said.filter((it) => it.changed);
    if (changed.length === 0) return said;
    if (!changed.every((it) => reach.subjects.has(it.subject))) {
      // Somebody else changed what this was thought to say already.
      const names = new Set(changed.map((it) => it.subject));
      reach = await reachOf(tx, ledger, statements.filter((it) => names.has(it.subject.id)));
      continue;
    }
    const by = { mechanism, ...held.terms, request: author.request };
    const after = new Map(said.map((it) => [it.subject, it.after]));
    // References that go with this are read no more.
    const edges = held.edges.filter((it) => !after.has(it.from_id) || after.get(it.from_id)!.references[it.role] === it.to_id);
    await askGuard(tx, ledger, held.terms.parameters, author, statements, changed);
    const around = await neighbourhoodOf(tx, edges, new Map([...held.dossiers, ...after]), (others) => locks.take([], others));
    await inBatches(changed, (batch) => Promise.all([
      storeActs(tx, author, batch.flatMap((it) => it.facts), batch.flatMap((it) => it.verdicts)),
      storeDossiers(tx, batch),
      storeDerived(tx, by, held.sums, deriveAll(by, batch.map((it) => it.after), around)),
    ]));
    const readers = held.readers.map((it) => it.id);
    await locks.take(readers, []);
    await deriveSubjects(tx, by, readers, locks);
    return said;
  }
}

/** A past year is taken over as it was; everything else that is entered or corrected is asked about first. */
async function askGuard(tx: Transaction, { mechanism, guard }: Ledger, parameters: Parameters, author: Author, statements: readonly Statement[], changed: readonly Said[]): Promise<void> {
  if (!guard || statements.some((it) => it.verdict?.takenOver)) return;
  const entries = changed.filter((it) => it.facts.some((fact) => fact.kind === ENTRY && !fact.withdrawn));
  if (entries.length > 0) await guard.admit(tx, mechanism, parameters, author, entries);
}

const BATCH = 250;

/** The database stores one batch while the next is made. */
async function inBatches<T>(all: readonly T[], store: (batch: readonly T[]) => Promise<unknown>): Promise<void> {
  const stored: Promise<unknown>[] = [];
  for (let start = 0; start < all.length; start += BATCH) {
    const one = store(all.slice(start, start + BATCH));
    // What fails is told in the end; that it waits until then is no mistake.
    one.catch(() => undefined);
    stored.push(one);
    if (start + BATCH < all.length) await setImmediate();
  }
  await Promise.all(stored);
}

/** What became of a statement, with what it says newly. */
interface Said extends Recorded {
  readonly facts: readonly NewFact[];
  readonly verdicts: readonly NewVerdict[];
}

/** What stands round subjects that are about to change, before anything is locked. */
interface Reach {
  readonly subjects: ReadonlyMap<string, Reached>;
  /** The references that are about to be written. */
  readonly beside: readonly Edge[];
  readonly write: readonly string[];
  readonly read: readonly string[];
}

async function reachOf(tx: Transaction, { mechanism }: Ledger, changing: readonly Statement[]): Promise<Reach> {
  const subjects = new Map(changing.map((it) => [it.subject.id, it.subject]));
  const beside = changing.flatMap(({ subject, entry }) => Object.entries(entry?.references ?? {}).map(([role, to]) => ({ from_id: subject.id, from_kind: subject.kind, role, to_id: to })));
  return { subjects, beside, ...(await reachAround(tx, mechanism, [...subjects.values()], beside)) };
}

/** The statements that will probably change something; what is alone is taken to. */
async function changingOf(tx: Transaction, author: Author, statements: readonly Statement[]): Promise<readonly Statement[]> {
  if (statements.length === 1) return statements;
  const now = await loadDossiers(tx, statements.map((it) => it.subject.id));
  return statements.filter((it) => !now.has(it.subject.id) || mayChange(it, now.get(it.subject.id), author));
}

/** Locks the subjects spoken of, and round those that will probably change everything that takes part; reads it all behind the locks. */
async function readUnderLock(tx: Transaction, ledger: Ledger, locks: SubjectLocks, statements: readonly Statement[], reach: Reach) {
  const ids = statements.map((it) => it.subject.id);
  const near = [...new Set([...ids, ...reach.read])];
  const [, found, terms, sums, { edges, readers }] = await Promise.all([
    locks.take([...ids, ...reach.write], reach.read),
    loadDossiers(tx, near),
    termsInForce(tx, ledger),
    sumStored(tx, [...reach.subjects.keys()]),
    // Those who read the subjects as they are now, and as they will be.
    walkAround(tx, ledger.mechanism, [...reach.subjects.values()], reach.beside),
  ]);
  return { dossiers: new Map(near.map((id): [string, Dossier | undefined] => [id, found.get(id)])), terms, sums, edges, readers };
}

function mayChange(statement: Statement, dossier: Dossier | undefined, author: Author): boolean {
  try {
    return applyStatement(statement, dossier, author).changed;
  } catch {
    // Whether it is refused is said under the lock.
    return true;
  }
}

function applyStatement(statement: Statement, before: Dossier | undefined, author: Author): Said {
  const facts: NewFact[] = [];
  const verdicts: NewVerdict[] = [];
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
  const { progress } = statement;
  if (progress && !isDeepStrictEqual(after.progress, progress)) {
    say({ kind: PROGRESS, day: progress.day, content: { progress: { is: progress.is, cause: progress.cause } }, withdrawn: false, supersedes: undefined });
  }
  for (const milestone of statement.verdict ? milestonesOf(statement.verdict, after) : []) {
    const { act, reason, document, takenOver } = statement.verdict!;
    if (after.milestones[milestone]!.state === stateAfter[act]) continue;
    verdicts.push({ subject: after.id, milestone, act, reason, document, takenOver: takenOver ?? false });
    after = applyVerdict(after, { milestone, act });
    changed = true;
  }
  if (statement.withdrawn) say({ kind: ENTRY, day: null, content: {}, withdrawn: true, supersedes: after.milestones[ENTRY]?.fact });
  return { subject: after.id, before, after, changed, facts, verdicts };
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
