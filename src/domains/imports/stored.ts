import type { Queryable } from '../../base/database.ts';
import { type SubjectName, subjectKey } from '../../ledger/subjects.ts';
import type { Value } from '../../mechanism/dossier.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { type Importer, maySee } from './importer.ts';
import type { ReadRegister } from './read-registers.ts';
import type { StoredProject } from './resigned.ts';

/** Who declared it and who is credited, and whether it is sealed. */
const BELONGING = `array[d.unit] || array(select c.unit from credited c where c.subject_id = d.subject_id) as units,
  exists (select from record_seal e where e.subject_id = d.subject_id and e.lifted_at is null) as sealed`;

/** A lead of the row `d` that is known by its code name alone to whoever is not of its units: as a sealed one, it is neither shown nor changed. */
export const VEILED = "(d.body -> 'fields' ? 'codeName' and not d.body -> 'milestones' ? 'signed')";

/** What the registers hold of what an import speaks of. */
export interface Stored {
  /** `subjectKey`s of what is registered, but for what a seal keeps from who imports: rows cannot refer to it. */
  readonly subjects: ReadonlySet<string>;
  /** Of what a seal keeps from who imports. */
  readonly sealed: ReadonlySet<string>;
  /** For the check of what was signed again. */
  readonly signed: readonly StoredProject[];
  /** In whose name; undefined: of who may be told of everything. */
  readonly importer: Importer | undefined;
}

/** Looks up every number that the rows name, and what could be the same as one of them under another number. */
export async function loadStored(db: Queryable, mechanism: Mechanism, read: readonly ReadRegister[], importer: Importer | undefined): Promise<Stored> {
  const names = new Map<string, SubjectName>();
  const name = (kind: string, number: string): unknown => names.set(subjectKey({ kind, number }), { kind, number });
  for (const { found, rows } of read) {
    const kind = found.register.subject;
    if (kind === undefined) continue;
    const { references } = mechanism.vocabulary[kind]!;
    for (const { row } of rows) {
      if (!row) continue;
      if (row.number !== '') name(kind, row.number);
      for (const [role, number] of Object.entries(row.references)) if (number !== null) name(references[role]!.to, number);
    }
  }
  const wanted = [...names.values()];
  const { rows } = await db.query<SubjectName & { units: string[]; sealed: boolean; veiled: boolean }>(
    `select d.kind, d.number, ${BELONGING}, ${VEILED} as veiled from dossier d join unnest($1::text[], $2::text[]) as n (kind, number) using (kind, number) where d.state <> 'withdrawn'`,
    [wanted.map((it) => it.kind), wanted.map((it) => it.number)],
  );
  const sealed = new Set(rows.filter((it) => importer && ((it.sealed && !maySee(importer, it)) || (it.veiled && !it.units.some((one) => importer.units.includes(one))))).map(subjectKey));
  return { subjects: new Set(rows.map(subjectKey).filter((it) => !sealed.has(it))), sealed, signed: await loadSigned(db, read), importer };
}

/** Subjects that share the first of the fields in which the same are the same, as it is written in a row. */
async function loadSigned(db: Queryable, read: readonly ReadRegister[]): Promise<StoredProject[]> {
  const result = new Map<string, StoredProject>();
  for (const { found, rows } of read) {
    const { subject, resigned } = found.register;
    if (subject === undefined || !resigned) continue;
    const field = resigned.same[0]!;
    const written = new Set<Value>(rows.flatMap((it) => it.row?.fields[field] ?? []));
    const { rows: signed } = await db.query<StoredProject>(
      `select d.kind, d.number, d.body -> 'fields' as fields, ${BELONGING}
       from dossier d where d.kind = $1 and d.state <> 'withdrawn' and d.body -> 'fields' ->> $2 = any($3)`,
      [subject, field, [...written].map(String)],
    );
    for (const it of signed) result.set(subjectKey(it), it);
  }
  return [...result.values()];
}
