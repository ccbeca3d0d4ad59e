import { isDeepStrictEqual } from 'node:util';
import type { Queryable } from '../base/database.ts';
import type { Dossier, Neighbourhood } from '../mechanism/dossier.ts';
import type { Mechanism } from '../mechanism/mechanism.ts';
import { ENTRY } from '../mechanism/vocabulary.ts';
import { type Edge, walkForth } from './walks.ts';

/** What is stored of a dossier as one document. */
export type Body = Omit<Dossier, 'id' | 'kind' | 'number' | 'unit'>;

export interface StoredDossier extends Dossier {
  /** Counts its changes; what a person saw is compared with it before it is overwritten. */
  readonly version: number;
}

/** The dossiers of some subjects; those without one are not in the map. */
export async function loadDossiers(db: Queryable, ids: readonly string[]): Promise<Map<string, StoredDossier>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ subject_id: string; kind: string; number: string; unit: string; body: Body; version: number }>(
    'select subject_id, kind, number, unit, body, version from dossier where subject_id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((it) => [it.subject_id, { id: it.subject_id, kind: it.kind, number: it.number, unit: it.unit, ...it.body, version: it.version }]));
}

/** A dossier that is to be written, and as it stood before. */
export interface DossierChange {
  readonly before: Dossier | undefined;
  readonly after: Dossier;
}

/** Writes dossiers with their references and credited units, as sets. `seq` is the number of the act that changed them. */
export async function storeDossiers(db: Queryable, changes: readonly DossierChange[]): Promise<void> {
  if (changes.length === 0) return;
  await Promise.all([
    storeBodies(db, changes.map((it) => it.after)),
    storeReferences(db, changes.filter(({ before, after }) => !isDeepStrictEqual(before?.references ?? {}, after.references))),
    storeCredited(db, changes.filter(({ before, after }) => !isDeepStrictEqual(creditedUnits(before?.credits ?? []), creditedUnits(after.credits)))),
  ]);
}

async function storeBodies(db: Queryable, dossiers: readonly Dossier[]): Promise<void> {
  const rows = dossiers.map((it) => ({ subject_id: it.id, kind: it.kind, number: it.number, unit: it.unit, state: it.milestones[ENTRY]?.state ?? 'withdrawn', body: bodyOf(it) }));
  await db.query(
    `insert into dossier (subject_id, kind, number, unit, state, body, seq)
     select d.*, currval('ledger_seq')
     from jsonb_to_recordset($1) as d (subject_id uuid, kind text, number text, unit text, state text, body jsonb)
     on conflict (subject_id) do update set state = excluded.state, body = excluded.body, unit = excluded.unit, seq = excluded.seq, version = dossier.version + 1`,
    [JSON.stringify(rows)],
  );
}

async function storeReferences(db: Queryable, changes: readonly DossierChange[]): Promise<void> {
  const gone = changes.filter((it) => it.before).map((it) => it.after.id);
  const added = changes.flatMap(({ after }) => Object.entries(after.references).map(([role, to]) => ({ from: after.id, kind: after.kind, role, to })));
  await Promise.all([
    gone.length > 0 && db.query('delete from reference where from_id = any($1::uuid[])', [gone]),
    added.length > 0 && db.query(
      'insert into reference (from_id, from_kind, role, to_id) select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[])',
      [added.map((it) => it.from), added.map((it) => it.kind), added.map((it) => it.role), added.map((it) => it.to)],
    ),
  ]);
}

async function storeCredited(db: Queryable, changes: readonly DossierChange[]): Promise<void> {
  const gone = changes.filter((it) => it.before).map((it) => it.after.id);
  const added = changes.flatMap(({ after }) => creditedUnits(after.credits).map((unit) => ({ id: after.id, unit })));
  await Promise.all([
    gone.length > 0 && db.query('delete from credited where subject_id = any($1::uuid[])', [gone]),
    added.length > 0 && db.query('insert into credited (subject_id, unit) select * from unnest($1::uuid[], $2::text[])', [added.map((it) => it.id), added.map((it) => it.unit)]),
  ]);
}

/** The units that are credited on any day, each once. */
export function creditedUnits(credits: Dossier['credits']): string[] {
  return [...new Set(credits.flatMap((span) => span.parts.map((part) => part.unit)))];
}

function bodyOf({ fields, milestones, references, credits, progress }: Dossier): Body {
  return { fields, milestones, references, credits, ...(progress && { progress }) };
}

/** Everything that the rules about these subjects may read, and who refers to whom. @param lock is given what stands beside them, before it is read */
export async function loadNeighbourhood(db: Queryable, mechanism: Pick<Mechanism, 'paths' | 'vocabulary'>, anchors: readonly Dossier[], lock: (ids: readonly string[]) => Promise<void>): Promise<Neighbourhood> {
  return neighbourhoodOf(db, await walkForth(db, mechanism, anchors), new Map(anchors.map((it) => [it.id, it])), lock);
}

/** The same where the references are known. @param known the dossiers that are, undefined where there is none; the others are loaded */
export async function neighbourhoodOf(db: Queryable, edges: readonly Edge[], known: Map<string, Dossier | undefined>, lock: (ids: readonly string[]) => Promise<void>): Promise<Neighbourhood> {
  const others = [...new Set(edges.flatMap((it) => [it.from_id, it.to_id]))].filter((id) => !known.has(id));
  await lock(others);
  for (const [id, dossier] of await loadDossiers(db, others)) known.set(id, dossier);
  const back = new Map<string, Set<string>>();
  for (const it of edges) {
    const key = `${it.to_id} ${it.from_kind} ${it.role}`;
    back.set(key, (back.get(key) ?? new Set()).add(it.from_id));
  }
  return {
    get: (id) => known.get(id),
    referring: (id, kind, role) =>
      [...(back.get(`${id} ${kind} ${role}`) ?? [])]
        .flatMap((it) => known.get(it) ?? [])
        .sort((a, b) => (a.number < b.number ? -1 : 1)),
  };
}
