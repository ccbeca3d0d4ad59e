import type { Transaction } from '../../base/transaction.ts';
import { loadDossiers } from '../../ledger/dossiers.ts';
import { decideTakenOver } from '../../ledger/decisions.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { record } from '../../ledger/record.ts';
import type { Author, Entry, Statement, VerdictAct } from '../../ledger/statements.ts';
import { resolveSubjects, subjectKey } from '../../ledger/subjects.ts';
import type { Dossier, Value } from '../../mechanism/dossier.ts';
import { keepNames, type NameToKeep } from '../persons/store.ts';
import type { AcceptedRow, Intake } from './intake.ts';

/** Under what an import is carried out. */
export interface ImportTerms {
  readonly author: Author;
  /** The document on which a past year is taken over with its verdicts; without one, rows are declared only. */
  readonly document: string | null;
  /** sha256 of each file by its name. */
  readonly files: ReadonlyMap<string, string>;
}

const CHUNK = 5_000;

/** How many rows there are to record, and how many are. */
export type Progress = (done: number, total: number) => Promise<void> | void;

/** Records what an intake accepted, in the caller's transaction. @returns how many subjects changed */
export async function carryOut(tx: Transaction, ledger: Ledger, intake: Intake, terms: ImportTerms, progress: Progress = () => undefined): Promise<number> {
  if (terms.document !== null) await decideTakenOver(tx, ledger, intake.decisions, terms.document);
  let changed = 0;
  let done = 0;
  const kinds = [...new Set(intake.rows.map((it) => it.kind))];
  for (const kind of kinds) {
    const rows = intake.rows.filter((it) => it.kind === kind);
    for (let start = 0; start < rows.length; start += CHUNK) {
      const chunk = rows.slice(start, start + CHUNK);
      const recorded = await record(tx, ledger, terms.author, await statementsOf(tx, ledger, chunk, terms));
      changed += recorded.filter((it) => it.changed).length;
      done += chunk.length;
      await progress(done, intake.rows.length);
    }
  }
  return changed;
}

async function statementsOf(tx: Transaction, ledger: Ledger, rows: readonly AcceptedRow[], terms: ImportTerms): Promise<Statement[]> {
  const { vocabulary } = ledger.mechanism;
  const named = rows.flatMap((it) => [
    { kind: it.kind, number: it.row.number },
    ...Object.entries(it.row.references).flatMap(([role, number]) => (number === null ? [] : [{ kind: vocabulary[it.kind]!.references[role]!.to, number }])),
  ]);
  const ids = await resolveSubjects(tx, [...new Map(named.map((it) => [subjectKey(it), it])).values()]);
  const idOf = (kind: string, number: string): string => ids.get(subjectKey({ kind, number }))!;
  const stored = await loadDossiers(tx, rows.map((it) => idOf(it.kind, it.row.number)));
  const people = await keepPeople(tx, rows, (it) => stored.get(idOf(it.kind, it.row.number)));
  return rows.map((it): Statement => {
    const id = idOf(it.kind, it.row.number);
    const references = Object.entries(it.row.references).map(([role, number]) => [role, number === null ? null : idOf(vocabulary[it.kind]!.references[role]!.to, number)] as const);
    return {
      subject: { id, kind: it.kind, number: it.row.number },
      ...(it.row.unit !== undefined && { unit: it.row.unit }),
      entry: entryOf(stored.get(id), it, people.get(it)!, references),
      milestones: it.row.milestones,
      origin: { file: terms.files.get(it.found.file) ?? '', name: it.found.file, sheet: it.found.sheet.name, row: it.at.number },
      ...verdictOf(ledger, it, terms),
    };
  });
}

/** A blank empties its field; a column that the sheet does not have leaves it. */
function entryOf(stored: Dossier | undefined, { row }: AcceptedRow, people: Record<string, Value | null>, references: (readonly [string, string | null])[]): Entry {
  const filled = <T>(entries: (readonly [string, T | null])[]): Record<string, T> => Object.fromEntries(entries.filter((it): it is [string, T] => it[1] !== null));
  const fields = { ...stored?.fields, ...row.fields, ...people };
  const parts = row.credits.length > 0 ? row.credits : (stored?.credits.find((it) => it.from === null)?.parts ?? []);
  return { fields: filled(Object.entries(fields)), references: filled<string>([...Object.entries(stored?.references ?? {}).filter(([role]) => !references.some(([one]) => one === role)), ...references]), credits: parts };
}

/** Names go into `person`; the dossier holds the id, the same one as before where there was one. */
async function keepPeople(tx: Transaction, rows: readonly AcceptedRow[], storedOf: (row: AcceptedRow) => Dossier | undefined): Promise<Map<AcceptedRow, Record<string, Value | null>>> {
  const result = new Map<AcceptedRow, Record<string, Value | null>>(rows.map((it) => [it, {}]));
  const places: { row: AcceptedRow; field: string; name: NameToKeep }[] = [];
  for (const row of rows) {
    const stored = storedOf(row);
    for (const [field, name] of Object.entries(row.row.people)) {
      if (name === null) result.get(row)![field] = null;
      else places.push({ row, field, name: { id: stored?.fields[field] as string | undefined, name } });
    }
  }
  const ids = await keepNames(tx, places.map((it) => it.name));
  for (const [index, { row, field }] of places.entries()) result.get(row)![field] = ids[index]!;
  return result;
}

const actFor: Record<string, VerdictAct> = { declared: 'declare', verified: 'verify', certified: 'certify', 'certified-upstream': 'certify-upstream', returned: 'return', 'not-counted': 'not-count' };

/** Excel cannot certify: only a past year taken over on a document brings its verdicts. */
function verdictOf(ledger: Ledger, { found, row }: AcceptedRow, { document }: ImportTerms): Pick<Statement, 'verdict'> {
  const word = row.stateWord ?? found.register.state;
  if (document === null || word === undefined) return {};
  const state = ledger.mechanism.pack.stateWords[word]!;
  return { verdict: { act: actFor[state]!, milestones: 'all', document, takenOver: true, reason: '期初建账' } };
}
