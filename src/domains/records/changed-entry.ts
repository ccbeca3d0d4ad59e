import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../base/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { StoredDossier } from '../../ledger/dossiers.ts';
import type { Statement } from '../../ledger/statements.ts';
import type { Dossier, Value } from '../../mechanism/dossier.ts';
import { erasedAmong, keepNames, namesOf } from '../persons/store.ts';
import { readCorrection } from './read-correction.ts';
import { readReferences } from './read-references.ts';

/** What is typed of a record: texts by field, numbers by role; null empties. */
export interface TypedEntry {
  readonly fields: Readonly<Record<string, string | null>>;
  readonly references: Readonly<Record<string, string | null>>;
}

export interface ChangedEntry {
  /** The record as it will stand; names of people in place of their ids. */
  readonly after: StoredDossier;
  readonly problems: readonly string[];
  /** Keeps the names that are new. @returns nothing where no field differs. @throws Refusal 'erased' */
  keep(): Promise<Pick<Statement, 'entry'>>;
}

/** Reads what is typed of a record against what stands. */
export async function changedEntry(tx: Transaction, context: LedgerContext, dossier: StoredDossier, typed: TypedEntry): Promise<ChangedEntry> {
  const { pack, vocabulary } = context.ledger.mechanism;
  const kind = vocabulary[dossier.kind]!;
  const read = readCorrection({ pack, kind, stored: dossier.fields }, typed.fields);
  const { references, problems } = await readReferences(tx, context, kind, typed.references);
  const emptied = Object.fromEntries(Object.keys(typed.references).map((it) => [it, null]));
  const after: StoredDossier = {
    ...dossier,
    fields: filled({ ...dossier.fields, ...read.fields, ...read.people }),
    references: filled<string>({ ...dossier.references, ...emptied, ...references }),
  };
  return {
    after,
    problems: [...read.problems, ...problems],
    keep: async () => entryOf(dossier, { ...read.fields, ...(await keepPeople(tx, dossier, read.people)) }, after.references),
  };
}

/** Nothing where no field differs, so that what is corrected of the milestones alone does not reopen the record itself. */
function entryOf(dossier: Dossier, changed: Readonly<Record<string, Value | null>>, references: Dossier['references']): Pick<Statement, 'entry'> {
  if (Object.entries(changed).every(([id, value]) => (dossier.fields[id] ?? null) === value) && isDeepStrictEqual(dossier.references, references)) return {};
  return { entry: { fields: filled({ ...dossier.fields, ...changed }), references, credits: dossier.credits.find((it) => it.from === null)?.parts ?? [] } };
}

function filled<T>(values: Readonly<Record<string, T | null>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter((it): it is [string, T] => it[1] !== null));
}

/** A corrected name is a person of its own: a name written over would change what was certified without a trace. */
async function keepPeople(tx: Transaction, dossier: Dossier, people: Readonly<Record<string, string | null>>): Promise<Record<string, Value | null>> {
  const ids = Object.keys(people).flatMap((id) => (typeof dossier.fields[id] === 'string' ? [dossier.fields[id]] : []));
  if ((await erasedAmong(tx, ids)).size > 0) throw new Refusal('erased', '这个人的个人信息已依法删除，姓名不能再填写，请只更正其他各项。');
  const held = await namesOf(tx, ids);
  const result: Record<string, Value | null> = {};
  for (const [id, name] of Object.entries(people)) {
    const before = dossier.fields[id];
    if (name === null) result[id] = null;
    else if (typeof before === 'string' && held.get(before) === name) result[id] = before;
    else [result[id]] = (await keepNames(tx, [name])) as [string];
  }
  return result;
}
