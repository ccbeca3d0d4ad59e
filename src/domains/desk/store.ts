import type { Queryable } from '../../base/database.ts';
import { type Scope, scopeSql } from '../../base/rights.ts';
import type { Day } from '../../kernel/day.ts';
import type { VerdictState, Value } from '../../mechanism/dossier.ts';
import { DESK_PAGE } from './terms.ts';
import type { DeskQuery } from './views.ts';

/** A milestone that waits, with what its record says of itself. */
export interface WaitingRow {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly unit: string;
  readonly version: number;
  readonly fields: Readonly<Record<string, Value>>;
  readonly milestone: string;
  readonly day: Day | null;
  readonly state: VerdictState;
  readonly part: 'verify' | 'certify';
  readonly since: Day;
  /** The first freeze that covers its day. */
  readonly frozen: string | null;
  readonly lacks: readonly string[];
  /** The words of the evidence that is asked for and not there. */
  readonly unproved: readonly string[];
}

/** What stands at the gate of a row and no evidence beside the record answers. */
const UNPROVED = "from jsonb_array_elements(w.evidence) g where not exists (select from evidence e where e.subject_id = w.subject_id and g.value ? e.kind)";

/** What waits for a unit, the oldest first. @param redSince what has waited since then is late */
export async function findWaiting(db: Queryable, scope: Scope, office: string, query: DeskQuery, redSince: Day | null): Promise<{ rows: WaitingRow[]; total: number }> {
  const values: unknown[] = [];
  const say = (value: unknown): string => `$${values.push(value)}`;
  const where = [`w.unit = ${say(office)}`, scopeSql(scope, 'd', values)];
  if (query.kind) where.push(`w.kind = ${say(query.kind)}`);
  if (query.milestone) where.push(`w.milestone = ${say(query.milestone)}`);
  if (query.waits) where.push(query.waits === 'appeal' ? "w.state = 'appealed'" : `w.state <> 'appealed' and w.part = ${say(query.waits)}`);
  if (query.unit) where.push(`d.unit = ${say(query.unit)}`);
  if (query.lamp && redSince !== null) where.push(`w.since <= ${say(redSince)}`);
  if (query.gate) where.push(`${query.gate === 'complete' ? 'not ' : ''}(w.lacks <> '{}' or exists (select ${UNPROVED}))`);
  const from = `from waiting w join dossier d using (subject_id) where ${where.join(' and ')}`;
  const counting = db.query<{ count: string }>(`select count(*) ${from}`, [...values]);
  const page = [say(DESK_PAGE), say((query.page - 1) * DESK_PAGE)];
  const [{ rows: counted }, { rows }] = await Promise.all([counting, db.query<WaitingRow>(
    `select d.subject_id as id, d.kind, d.number, d.unit, d.version, d.body -> 'fields' as fields, w.milestone, w.day, w.state, w.part, w.since, w.lacks,
       (select z.window_name from period_freeze z where w.day between z.from_day and z.to_day order by z.last_seq limit 1) as frozen,
       array(select g.value ->> 0 ${UNPROVED}) as unproved
     ${from} order by w.seq, d.number, w.milestone limit ${page[0]} offset ${page[1]}`,
    values,
  )]);
  return { rows, total: Number(counted[0]!.count) };
}

export interface WaitingCount {
  readonly kind: string;
  readonly milestone: string;
  readonly unit: string;
  readonly state: VerdictState;
  readonly part: 'verify' | 'certify';
  readonly count: number;
  readonly slow: number;
  readonly late: number;
}

/** How many wait for a unit, by what they can be filtered by. */
export async function countWaiting(db: Queryable, scope: Scope, office: string, since: { yellow: Day | null; red: Day | null }): Promise<WaitingCount[]> {
  const values: unknown[] = [office, since.yellow, since.red];
  const { rows } = await db.query<WaitingCount>(
    `select w.kind, w.milestone, d.unit, w.state, w.part, count(*)::int as count, (count(*) filter (where w.since <= $2))::int as slow, (count(*) filter (where w.since <= $3))::int as late
     from waiting w join dossier d using (subject_id) where w.unit = $1 and ${scopeSql(scope, 'd', values)} group by 1, 2, 3, 4, 5`,
    values,
  );
  return rows;
}
