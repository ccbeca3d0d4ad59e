import type { Queryable } from '../base/database.ts';
import type { Dossier, Neighbourhood } from '../mechanism/dossier.ts';
import type { Mechanism } from '../mechanism/mechanism.ts';
import { ENTRY } from '../mechanism/vocabulary.ts';
import { walkForth } from './walks.ts';

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

/** Writes dossiers with their references and credited units, as sets. `seq` is the number of the act that changed them. */
export async function storeDossiers(db: Queryable, dossiers: readonly Dossier[]): Promise<void> {
  if (dossiers.length === 0) return;
  const ids = dossiers.map((it) => it.id);
  await db.query(
    `insert into dossier (subject_id, kind, number, unit, state, body, seq)
     select d.subject_id, d.kind, d.number, d.unit, d.state, d.body, currval('ledger_seq')
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[]) as d (subject_id, kind, number, unit, state, body)
     on conflict (subject_id) do update set state = excluded.state, body = excluded.body, unit = excluded.unit, seq = excluded.seq, version = dossier.version + 1`,
    [ids, dossiers.map((it) => it.kind), dossiers.map((it) => it.number), dossiers.map((it) => it.unit), dossiers.map((it) => it.milestones[ENTRY]?.state ?? 'withdrawn'), dossiers.map(bodyOf)],
  );
  const references = dossiers.flatMap((it) => Object.entries(it.references).map(([role, to]) => ({ from: it.id, kind: it.kind, role, to })));
  await db.query('delete from reference where from_id = any($1::uuid[])', [ids]);
  if (references.length > 0) await db.query(
    'insert into reference (from_id, from_kind, role, to_id) select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[])',
    [references.map((it) => it.from), references.map((it) => it.kind), references.map((it) => it.role), references.map((it) => it.to)],
  );
  const credited = dossiers.flatMap((it) => creditedUnits(it.credits).map((unit) => ({ id: it.id, unit })));
  await db.query('delete from credited where subject_id = any($1::uuid[])', [ids]);
  await db.query('insert into credited (subject_id, unit) select * from unnest($1::uuid[], $2::text[])', [credited.map((it) => it.id), credited.map((it) => it.unit)]);
}

/** The units that are credited on any day, each once. */
export function creditedUnits(credits: Dossier['credits']): string[] {
  return [...new Set(credits.flatMap((span) => span.parts.map((part) => part.unit)))];
}

function bodyOf({ fields, milestones, references, credits }: Dossier): string {
  return JSON.stringify({ fields, milestones, references, credits });
}

/** Everything that the rules about these subjects may read, and who refers to whom. @param lock is given what stands beside them, before it is read */
export async function loadNeighbourhood(db: Queryable, mechanism: Pick<Mechanism, 'paths' | 'vocabulary'>, anchors: readonly Dossier[], lock: (ids: readonly string[]) => Promise<void>): Promise<Neighbourhood> {
  const edges = await walkForth(db, mechanism, anchors);
  const known = new Map<string, Dossier>(anchors.map((it) => [it.id, it]));
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
