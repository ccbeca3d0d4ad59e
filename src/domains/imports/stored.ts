import type { Queryable } from '../../base/database.ts';
import { subjectKey } from '../../ledger/subjects.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { Stored } from './intake.ts';
import type { StoredProject } from './resigned.ts';

/** What the registers hold: every number, and the fields of kinds whose rows must not be entered again. */
export async function loadStored(db: Queryable, mechanism: Mechanism): Promise<Stored> {
  const { rows: subjects } = await db.query<{ kind: string; number: string }>("select kind, number from dossier where state <> 'withdrawn'");
  const kinds = mechanism.pack.registers.flatMap((it) => (it.resigned && it.subject ? [it.subject] : []));
  const { rows: signed } = await db.query<StoredProject>("select kind, number, body -> 'fields' as fields from dossier where kind = any($1) and state <> 'withdrawn'", [kinds]);
  return { subjects: new Set(subjects.map(subjectKey)), signed };
}
