import type { Queryable } from '../base/database.ts';
import type { Fact, Verdict } from './statements.ts';

/** All that was said of a subject, in the order of its numbers. */
export interface Acts {
  readonly facts: Fact[];
  readonly verdicts: Verdict[];
}

/** The facts and verdicts of some subjects; those of which nothing was said are not in the map. */
export async function loadActs(db: Queryable, ids: readonly string[]): Promise<Map<string, Acts>> {
  const found = new Map<string, Acts>();
  const of = (subject: string): Acts => {
    const held = found.get(subject) ?? { facts: [], verdicts: [] };
    found.set(subject, held);
    return held;
  };
  const { rows: facts } = await db.query<Omit<Fact, 'seq'> & { seq: string }>(
    'select seq, id, subject_id as subject, kind, day, content, withdrawn, unit from fact where subject_id = any($1::uuid[]) order by seq',
    [ids],
  );
  for (const it of facts) of(it.subject).facts.push({ ...it, seq: BigInt(it.seq) });
  const { rows: verdicts } = await db.query<Omit<Verdict, 'seq'> & { seq: string }>(
    'select seq, subject_id as subject, milestone, act from verdict where subject_id = any($1::uuid[]) order by seq',
    [ids],
  );
  for (const it of verdicts) of(it.subject).verdicts.push({ ...it, seq: BigInt(it.seq) });
  return found;
}
