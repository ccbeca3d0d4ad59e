import type { Transaction } from '../../base/transaction.ts';
import { decideTakenOver } from '../../ledger/decisions.ts';
import { loadDossiers } from '../../ledger/dossiers.ts';
import { type Ledger, LEDGER_LOCK } from '../../ledger/ledger.ts';
import { record } from '../../ledger/record.ts';
import type { Author, Statement, VerdictAct } from '../../ledger/statements.ts';
import { resolveSubjects, type SubjectName, subjectKey } from '../../ledger/subjects.ts';
import type { Dossier, Value } from '../../mechanism/dossier.ts';
import { erasedAmong, keepNames, namesOf } from '../persons/store.ts';
import { entryAfter, standingEntry } from './entry.ts';
import { isMaskOf } from './masked.ts';
import type { AcceptedRow, Intake } from './intake.ts';

/** Under what an import is carried out. */
export interface ImportTerms {
  /** Its unit declares; where a past year is taken over, the keeper of each register speaks instead. */
  readonly author: Author;
  /** The document on which a past year is taken over with its verdicts; without one, rows are declared only. */
  readonly document: string | null;
}

/** What an import came to, in subjects. */
export interface Outcome {
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
}

/** How many rows are recorded, of how many. */
export type Progress = (done: number, total: number) => Promise<void> | void;

const CHUNK = 2_000;

/** Records what an intake accepted, in the caller's transaction. Decisions are taken only with a past year. */
export async function carryOut(tx: Transaction, ledger: Ledger, intake: Intake, terms: ImportTerms, progress: Progress = () => undefined): Promise<Outcome> {
  if (terms.document !== null) await decideTakenOver(tx, ledger, intake.decisions, terms.document);
  await lockRegistered(tx, intake.rows.map((it) => ({ kind: it.kind, number: it.row.number })));
  const counts = { fresh: 0, changed: 0, same: 0 };
  let done = 0;
  for (const chunk of chunks(intake.rows)) {
    const { keeper } = chunk[0]!.found.register;
    const author = terms.document === null ? terms.author : { ...terms.author, unit: keeper };
    for (const it of await record(tx, ledger, author, await statementsOf(tx, ledger, chunk, terms.document))) counts[!it.before ? 'fresh' : it.changed ? 'changed' : 'same']++;
    done += chunk.length;
    await progress(done, intake.rows.length);
  }
  return counts;
}

/**
 * What is registered under these numbers stays as it is until the transaction ends: whose it is, and what a row leaves as it stands.
 * All at once and in the order of every writer (the ledger, then subjects by id), so that others are not met crosswise.
 */
export async function lockRegistered(tx: Transaction, names: readonly SubjectName[]): Promise<void> {
  await tx.query('select pg_advisory_xact_lock_shared($1)', [LEDGER_LOCK]);
  await tx.query('select from subject s join unnest($1::text[], $2::text[]) as n (kind, number) using (kind, number) order by s.id for update of s', [names.map((it) => it.kind), names.map((it) => it.number)]);
}

/** Rows of one register at a time: its keeper speaks. */
function* chunks(rows: readonly AcceptedRow[]): Generator<AcceptedRow[]> {
  let chunk: AcceptedRow[] = [];
  for (const it of rows) {
    if (chunk.length === CHUNK || (chunk[0] && chunk[0].found.register !== it.found.register)) {
      yield chunk;
      chunk = [];
    }
    chunk.push(it);
  }
  if (chunk.length > 0) yield chunk;
}

async function statementsOf(tx: Transaction, ledger: Ledger, rows: readonly AcceptedRow[], document: string | null): Promise<Statement[]> {
  const { vocabulary } = ledger.mechanism;
  const named = rows.flatMap((it) => [
    { kind: it.kind, number: it.row.number },
    ...Object.entries(it.row.references).flatMap(([role, number]) => (number === null ? [] : [{ kind: vocabulary[it.kind]!.references[role]!.to, number }])),
  ]);
  const ids = await resolveSubjects(tx, [...new Map(named.map((it) => [subjectKey(it), it])).values()]);
  const idOf = (kind: string, number: string): string => ids.get(subjectKey({ kind, number }))!;
  const own = rows.map((it) => idOf(it.kind, it.row.number));
  const stored = await loadDossiers(tx, own);
  const people = await keepPeople(tx, rows, own.map((id) => stored.get(id)));
  const declaredHere = document === null ? new Set<string>() : await declaredByPeople(tx, own);
  return rows.map((it, index): Statement => {
    const standing = stored.get(own[index]!);
    const references = Object.fromEntries(Object.entries(it.row.references).map(([role, number]) => [role, number === null ? null : idOf(vocabulary[it.kind]!.references[role]!.to, number)]));
    return {
      subject: { id: own[index]!, kind: it.kind, number: it.row.number },
      ...(document !== null && it.row.unit !== undefined && { unit: it.row.unit }),
      entry: entryAfter(standing && standingEntry(standing), it, people[index]!, references),
      milestones: it.row.milestones,
      origin: { file: it.found.file.sha256, name: it.found.file.name, sheet: it.found.sheet.name, row: it.at.number },
      ...(declaredHere.has(own[index]!) ? {} : verdictOf(ledger, it, document)),
    };
  });
}

/**
 * Names go into `person`, and the dossier holds ids: the one that it held where it is the same name, a new one where the name changed.
 * Who was erased stays so: a register that still has the name brings nothing back.
 */
async function keepPeople(tx: Transaction, rows: readonly AcceptedRow[], stored: readonly (Dossier | undefined)[]): Promise<Record<string, Value | null>[]> {
  const heldId = (index: number, field: string): string | undefined => stored[index]?.fields[field] as string | undefined;
  const ids = rows.flatMap((it, index) => Object.keys(it.row.people).flatMap((field) => heldId(index, field) ?? []));
  const held = await namesOf(tx, ids);
  const erased = await erasedAmong(tx, ids);
  const result = rows.map((): Record<string, Value | null> => ({}));
  const fresh: { index: number; field: string; name: string }[] = [];
  for (const [index, { row }] of rows.entries()) {
    for (const [field, name] of Object.entries(row.people)) {
      const id = heldId(index, field);
      if (id !== undefined && erased.has(id)) result[index]![field] = id;
      else if (name === null) result[index]![field] = null;
      else if (id !== undefined && (held.get(id) === name || isMaskOf(name, held.get(id)))) result[index]![field] = id;
      else fresh.push({ index, field, name });
    }
  }
  const made = await keepNames(tx, fresh.map((it) => it.name));
  for (const [at, { index, field }] of fresh.entries()) result[index]![field] = made[at]!;
  return result;
}

/** What somebody declared in the platform is verified and certified there: no register of a past year passes by those who judge it. */
async function declaredByPeople(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `select distinct f.subject_id as id from fact f where f.subject_id = any($1::uuid[]) and f.account is not null
     and not exists (select from verdict v where v.subject_id = f.subject_id and v.taken_over)`,
    [ids],
  );
  return new Set(rows.map((it) => it.id));
}

const actFor: Record<string, VerdictAct> = { declared: 'declare', verified: 'verify', certified: 'certify', 'certified-upstream': 'certify-upstream', returned: 'return', 'not-counted': 'not-count' };

/** Excel cannot certify: only a past year taken over on a document brings its verdicts. */
function verdictOf(ledger: Ledger, { found, row }: AcceptedRow, document: string | null): Pick<Statement, 'verdict'> {
  const word = row.stateWord ?? found.register.state;
  if (document === null || word === undefined) return {};
  const state = ledger.mechanism.pack.stateWords[word]!;
  return { verdict: { act: actFor[state]!, milestones: 'all', document, takenOver: true, reason: '期初建账' } };
}
