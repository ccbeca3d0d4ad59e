import type { Queryable } from '../../base/database.ts';
import { type Scope, scopeSql } from '../../base/rights.ts';
import type { Day } from '../../kernel/day.ts';
import type { Preview } from '../../ledger/preview.ts';
import type { WrittenValue } from '../../mechanism/parameters.ts';
import type { DecisionState, PreviewState } from './terms.ts';

/** A decision with the names of those who dealt with it. */
export interface StoredDecision {
  readonly id: string;
  readonly parameter: string;
  readonly value: WrittenValue;
  readonly from: Day | null;
  readonly document: string;
  readonly taken_over: boolean;
  readonly state: DecisionState;
  /** The account that proposed it. */
  readonly proposer: string | null;
  readonly proposed_by: string | null;
  readonly proposed_at: Date;
  readonly approved_by: string | null;
  readonly approved_at: Date | null;
  readonly closed_by: string | null;
  readonly closed_at: Date | null;
  readonly closed_reason: string | null;
  readonly preview_state: PreviewState;
  readonly preview_done: number;
  readonly preview_total: number;
  readonly preview_error: string | null;
  readonly previewed_at: Date | null;
}

/** Decisions, what is proposed first, then the latest day first; with `id` that one. */
export async function loadDecisions(db: Queryable, id?: string): Promise<StoredDecision[]> {
  const { rows } = await db.query<StoredDecision>(
    `select d.id, d.parameter, d.value, d.from_day as "from", d.document, d.taken_over,
       case when d.seq is not null then 'approved' else coalesce(d.closed_as, 'proposed') end as state,
       d.proposed_by as proposer, p.name as proposed_by, d.proposed_at, a.name as approved_by, d.approved_at, c.name as closed_by, d.closed_at, d.closed_reason,
       d.preview_state, d.preview_done, d.preview_total, d.preview_error, d.previewed_at
     from decision d
     left join account pa on pa.id = d.proposed_by left join person p on p.id = pa.person_id and p.erased_at is null
     left join account aa on aa.id = d.approved_by left join person a on a.id = aa.person_id and a.erased_at is null
     left join account ca on ca.id = d.closed_by left join person c on c.id = ca.person_id and c.erased_at is null
     where $1::uuid is null or d.id = $1
     order by (d.seq is null and d.closed_as is null) desc, d.from_day desc nulls last, d.seq desc nulls last, d.proposed_at desc`,
    [id ?? null],
  );
  return rows;
}

/** What was worked out for a decision; null where nothing was. */
export async function loadPreview(db: Queryable, id: string): Promise<Preview | null> {
  const { rows } = await db.query<{ preview: Preview | null }>('select preview from decision where id = $1', [id]);
  return rows[0]?.preview ?? null;
}

/** Of some subjects those in the actor's scope, with the name that the register shows; a person is told by their number. */
export async function visibleSubjects(db: Queryable, scope: Scope, ids: readonly string[], named: ReadonlyMap<string, string | undefined>): Promise<Map<string, string>> {
  const values: unknown[] = [[...new Set(ids)]];
  const { rows } = await db.query<{ id: string; kind: string; number: string; fields: Record<string, string> }>(
    `select d.subject_id as id, d.kind, d.number, d.body -> 'fields' as fields from dossier d where d.subject_id = any($1::uuid[]) and ${scopeSql(scope, 'd', values)}`,
    values,
  );
  return new Map(rows.map((it) => [it.id, it.fields[named.get(it.kind) ?? ''] || it.number]));
}
