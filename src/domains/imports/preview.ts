import { setImmediate } from 'node:timers/promises';
import type { Queryable } from '../../base/database.ts';
import { type Scope, unsealedSql } from '../../base/rights.ts';
import { loadDossiers } from '../../ledger/dossiers.ts';
import { standingEntry } from './entry.ts';
import { findSubjects, subjectKey } from '../../ledger/subjects.ts';
import type { Value } from '../../mechanism/dossier.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import { SEALED_LABEL } from '../records/terms.ts';
import { erasedAmong, namesOf } from '../persons/store.ts';
import { type Difference, differencesOf, type Shown } from './differences.ts';
import type { AcceptedRow } from './intake.ts';
import type { Outcome } from './carry-out.ts';

/** A row that would change something. */
export interface Change {
  readonly sheet: string;
  readonly row: number;
  readonly number: string;
  readonly kind: 'new' | 'changed';
  readonly differences: readonly Difference[];
  /** Who declared the subject and who is credited: who may see whom it names. */
  readonly units: readonly string[];
}

/** What rows would change if they went in now. */
export interface Preview extends Outcome {
  /** The first of the new ones and of the changed ones. */
  readonly changes: readonly Change[];
}

const CHUNK = 1_000;
const KEPT = 200;

/** Compares rows with what stands, changing nothing. @param scope of who asks, for reading @param takesOver whether their verdicts could be taken over by who asks */
export async function previewRows(db: Queryable, mechanism: Mechanism, scope: Scope, rows: readonly AcceptedRow[], takesOver: boolean): Promise<Preview> {
  const counts = { fresh: 0, changed: 0, same: 0 };
  const changes: Change[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    const standing = await loadShown(db, mechanism, scope, chunk);
    for (const it of chunk) {
      const held = standing.get(subjectKey({ kind: it.kind, number: it.row.number }));
      const differences = held ? differencesOf(mechanism, held, it, takesOver) : [];
      const kind = !held ? 'fresh' : differences.length > 0 ? 'changed' : 'same';
      if (kind !== 'same' && counts[kind] < KEPT) changes.push({ sheet: it.found.register.sheet, row: it.at.number, number: it.row.number, kind: held ? 'changed' : 'new', differences, units: unitsOf(it, held) });
      counts[kind]++;
    }
    await setImmediate();
  }
  return { ...counts, changes };
}

function unitsOf({ row }: AcceptedRow, held: Shown | undefined): string[] {
  const credited = (held?.dossier.credits ?? []).flatMap((it) => it.parts.map((part) => part.unit));
  return [...new Set(held ? [held.dossier.unit, ...credited] : row.credits.map((it) => it.unit))];
}

/** What stands of the rows' subjects, by `subjectKey`. */
async function loadShown(db: Queryable, mechanism: Mechanism, scope: Scope, rows: readonly AcceptedRow[]): Promise<Map<string, Shown>> {
  const ids = await findSubjects(db, rows.map((it) => ({ kind: it.kind, number: it.row.number })));
  const dossiers = [...(await loadDossiers(db, [...ids.values()])).values()].filter((it) => it.milestones[ENTRY]);
  const persons = (kind: string): string[] => Object.entries(mechanism.vocabulary[kind]!.fields).flatMap(([name, field]) => (field.type === 'person' ? [name] : []));
  const people = dossiers.flatMap((it) => persons(it.kind).flatMap((field) => (it.fields[field] as string | undefined) ?? []));
  const names = await namesOf(db, people);
  const erased = await erasedAmong(db, people);
  const values: unknown[] = [[...new Set(dossiers.flatMap((it) => Object.values(it.references)))]];
  const { rows: referred } = await db.query<{ id: string; number: string }>(
    `select s.id, s.number from subject s left join dossier d on d.subject_id = s.id where s.id = any($1::uuid[]) and ${unsealedSql(scope, 'd', values)}`,
    values,
  );
  const numbers = new Map(referred.map((it) => [it.id, it.number]));
  return new Map(dossiers.map((dossier) => {
    const entry = standingEntry(dossier);
    const fields: Record<string, Value> = { ...entry.fields };
    for (const field of persons(dossier.kind)) if (fields[field] !== undefined) fields[field] = names.get(fields[field] as string) ?? '';
    const gone = persons(dossier.kind).filter((field) => erased.has(dossier.fields[field] as string));
    const references = Object.fromEntries(Object.entries(entry.references).map(([role, id]) => [role, numbers.get(id) ?? SEALED_LABEL]));
    return [subjectKey(dossier), { dossier, entry: { ...entry, fields, references }, erased: gone }];
  }));
}
