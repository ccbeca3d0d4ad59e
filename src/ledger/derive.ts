import type { Queryable } from '../base/database.ts';
import { decimal, formatDecimal } from '../kernel/decimal.ts';
import type { AwardCase } from '../mechanism/award.ts';
import type { Dossier, Neighbourhood, Posting } from '../mechanism/dossier.ts';
import { derive, type Mechanism } from '../mechanism/mechanism.ts';
import type { Parameters } from '../mechanism/parameters.ts';
import { type Wait, waitsOf } from '../mechanism/waiting.ts';
import { loadDossiers, loadNeighbourhood } from './dossiers.ts';
import type { SubjectLocks } from './locks.ts';
import { storeWaits } from './waits.ts';

/** Under what postings are derived. */
export interface Derivation {
  readonly mechanism: Mechanism;
  readonly parameters: Parameters;
  readonly revision: number;
  readonly request: string;
}

/** How many subjects are derived at a time: what their neighbourhood may take of memory. */
const BATCH = 2_000;

/**
 * Makes the postings and award cases of some subjects equal what the rules say now; differences are appended.
 * @param locks which hold the subjects for writing, and take what is read beside them
 */
export async function deriveSubjects(db: Queryable, by: Derivation, ids: readonly string[], locks: SubjectLocks): Promise<void> {
  const sorted = [...ids].sort();
  for (let start = 0; start < sorted.length; start += BATCH) {
    const batch = sorted.slice(start, start + BATCH);
    const [dossiers, stored] = await Promise.all([loadDossiers(db, batch), sumStored(db, batch)]);
    // What a rule reads may not change before it is written down.
    await storeDerived(db, by, stored, await derivedOf(db, by, [...dossiers.values()], (others) => locks.take([], others)));
  }
}

/** Appends what differs from what is stored of the same subjects, and puts their award cases and what waits of them in the place of those before. */
export async function storeDerived(db: Queryable, by: Derivation, stored: SummedPostings, derived: readonly Derived[]): Promise<void> {
  const ids = derived.map((it) => it.subject.id);
  await Promise.all([appendDifferences(db, by, stored, derived), replaceCases(db, by, ids, derived.flatMap((it) => it.cases)), storeWaits(db, ids, derived.flatMap((it) => it.waits))]);
}

/** What follows from one subject. */
export interface Derived {
  readonly subject: Dossier;
  readonly postings: readonly Posting[];
  readonly cases: readonly AwardCase[];
  readonly waits: readonly Wait[];
}

/** What follows from some subjects as they stand. @param lock is given what the rules are about to read beside them */
export async function derivedOf(db: Queryable, by: Pick<Derivation, 'mechanism' | 'parameters'>, anchors: readonly Dossier[], lock: (ids: readonly string[]) => Promise<void>): Promise<Derived[]> {
  return deriveAll(by, anchors, await loadNeighbourhood(db, by.mechanism, anchors, lock));
}

export function deriveAll(by: Pick<Derivation, 'mechanism' | 'parameters'>, anchors: readonly Dossier[], around: Neighbourhood): Derived[] {
  return anchors.map((it) => ({ subject: it, ...derive(by.mechanism, it, around, by.parameters), waits: waitsOf(by.mechanism, it, around, by.parameters) }));
}

/** All that is posted of a subject for a measure, an owner, a standing and a day. */
export interface SummedPosting {
  readonly subject: string;
  readonly posting: Posting;
}

/** Sums by what they are the sum of. */
export type SummedPostings = Map<string, SummedPosting>;

function keyOf(subject: string, { measure, owner, standing, day }: Omit<Posting, 'quantity' | 'doubt' | 'clause' | 'facts'>): string {
  return [subject, measure, owner, standing, day].join(' ');
}

export function sumDerived(derived: readonly Derived[]): SummedPostings {
  const sums: SummedPostings = new Map();
  for (const { subject, postings } of derived) {
    for (const posting of postings) {
      const key = keyOf(subject.id, posting);
      const held = sums.get(key)?.posting;
      sums.set(key, { subject: subject.id, posting: held ? { ...posting, quantity: held.quantity + posting.quantity, doubt: held.doubt + posting.doubt } : posting });
    }
  }
  return sums;
}

/** What stands in the ledger for some subjects; what came to nothing is left out. */
export async function sumStored(db: Queryable, ids: readonly string[]): Promise<SummedPostings> {
  const { rows } = await db.query<{ subject_id: string; measure: string; owner: string; standing: Posting['standing']; day: string; quantity: string; doubt: string; clause: string }>(
    `select subject_id, measure, owner, standing, day, sum(quantity) as quantity, sum(doubt) as doubt, max(clause) as clause
     from posting where subject_id = any($1::uuid[])
     group by subject_id, measure, owner, standing, day having sum(quantity) <> 0 or sum(doubt) <> 0`,
    [ids],
  );
  return new Map(rows.map(({ subject_id: subject, ...row }) => [keyOf(subject, row), { subject, posting: { ...row, quantity: decimal(row.quantity), doubt: Number(row.doubt), facts: [] } }]));
}

async function appendDifferences(db: Queryable, by: Derivation, stored: SummedPostings, derived: readonly Derived[]): Promise<void> {
  const wanted = sumDerived(derived);
  // Of more subjects than these, perhaps: theirs are left alone.
  const subjects = new Set(derived.map((it) => it.subject.id));
  for (const [key, { subject, posting: held }] of stored) {
    if (!subjects.has(subject)) continue;
    const posting = wanted.get(key)?.posting ?? { ...held, quantity: 0n, doubt: 0 };
    wanted.set(key, { subject, posting: { ...posting, quantity: posting.quantity - held.quantity, doubt: posting.doubt - held.doubt } });
  }
  const differences = [...wanted.values()].filter(({ posting }) => posting.quantity !== 0n || posting.doubt !== 0);
  if (differences.length === 0) return;
  const rows = differences.map(({ subject, posting }) => ({ ...posting, quantity: formatDecimal(posting.quantity), subject_id: subject }));
  await db.query(
    `insert into posting (measure, owner, standing, day, quantity, doubt, clause, subject_id, facts, revision, request)
     select p.*, $2, $3
     from jsonb_to_recordset($1) as p (measure text, owner text, standing text, day date, quantity numeric, doubt int, clause text, subject_id uuid, facts uuid[])`,
    [JSON.stringify(rows), by.revision, by.request],
  );
}

/** Award cases are a current reading, not a history: what was granted will be the ledger of payments. */
async function replaceCases(db: Queryable, { revision }: Derivation, ids: readonly string[], cases: readonly AwardCase[]): Promise<void> {
  // Also where the pack has no award: a corrected pack may have dropped them.
  const deleted = db.query('delete from award_case where subject_id = any($1::uuid[])', [ids]);
  const rows = cases.map(({ case: key, subject, range, ...it }) => ({ ...it, case_key: key, subject_id: subject, min_fen: range?.min.toString(), max_fen: range?.max.toString() }));
  const inserted = rows.length > 0 && db.query(
    `insert into award_case (award, case_key, year, day, subject_id, outcome, min_fen, max_fen, working, missing, revision)
     select c.*, $2
     from jsonb_to_recordset($1) as c (award text, case_key text, year int, day date, subject_id uuid, outcome text, min_fen numeric, max_fen numeric, working jsonb, missing text[])`,
    [JSON.stringify(rows), revision],
  );
  await Promise.all([deleted, inserted]);
}
