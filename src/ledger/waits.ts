import { isDeepStrictEqual } from 'node:util';
import type { Queryable } from '../base/database.ts';
import { TIME_ZONE } from '../kernel/day.ts';
import type { Wait } from '../mechanism/waiting.ts';

/** Nobody's: the matrix leaves no unit that may act. */
const NOBODY = '';

/** A row of the worklist without the act that it waits since. One for each unit that may act. */
interface WaitRow {
  readonly subject_id: string;
  readonly milestone: string;
  readonly unit: string;
  readonly part: string;
  readonly state: string;
  readonly day: string | null;
  readonly lacks: readonly string[];
  readonly evidence: readonly (readonly string[])[];
}

function rowsOf(waits: readonly Wait[]): (WaitRow & { fact: string })[] {
  return waits.flatMap(({ subject, units, ...it }) => (units.length > 0 ? units : [NOBODY]).map((unit) => ({ ...it, subject_id: subject, unit })));
}

/**
 * Puts what waits of some subjects in the place of what waited. It waits since the last act on the milestone: the fact or verdict
 * that was stored before this in the same transaction.
 */
export async function storeWaits(db: Queryable, ids: readonly string[], waits: readonly Wait[]): Promise<void> {
  const deleted = db.query('delete from waiting where subject_id = any($1::uuid[])', [ids]);
  const rows = rowsOf(waits);
  const inserted = rows.length > 0 && db.query(
    `insert into waiting (subject_id, milestone, unit, part, state, day, lacks, evidence, kind, seq, since)
     select w.subject_id, w.milestone, w.unit, w.part, w.state, w.day, w.lacks, w.evidence, s.kind, since.seq, since.day
     from jsonb_to_recordset($1) as w (subject_id uuid, milestone text, unit text, part text, state text, day date, fact uuid, lacks text[], evidence jsonb)
     join subject s on s.id = w.subject_id ${SINCE}`,
    [JSON.stringify(rows), TIME_ZONE],
  );
  await Promise.all([deleted, inserted]);
}

/** The last act on a milestone, and its day in the city. */
const SINCE = `cross join lateral (
  select seq, day from (
    select f.seq, (f.entered_at at time zone $2)::date as day from fact f where f.id = w.fact
    union all select v.seq, v.day from verdict v where v.subject_id = w.subject_id and v.milestone = w.milestone
  ) act order by seq desc limit 1) since`;

/** The subjects whose worklist is not what the rules say now. */
export async function auditWaits(db: Queryable, ids: readonly string[], waits: readonly Wait[]): Promise<string[]> {
  const { rows } = await db.query<WaitRow>('select subject_id, milestone, unit, part, state, day, lacks, evidence from waiting where subject_id = any($1::uuid[])', [ids]);
  const keyOf = (it: WaitRow): string => `${it.subject_id} ${it.milestone} ${it.unit}`;
  const should = new Map(rowsOf(waits).map(({ subject_id, milestone, unit, part, state, day, lacks, evidence }): [string, WaitRow] => [`${subject_id} ${milestone} ${unit}`, { subject_id, milestone, unit, part, state, day, lacks, evidence }]));
  const stored = new Map(rows.map((it) => [keyOf(it), it]));
  const wrong = [...new Set([...should.keys(), ...stored.keys()])].filter((key) => !isDeepStrictEqual(should.get(key), stored.get(key)));
  return [...new Set(wrong.map((key) => key.split(' ')[0]!))].sort();
}
