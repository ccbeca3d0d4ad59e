import type { Queryable } from '../../src/base/database.ts';
import { listFreezes } from '../../src/ledger/freeze.ts';
import { type Act, type Credit, nameOf } from './model/acts.ts';
import { type Chronicle, type Frozen, freezeNow } from './model/chronicle.ts';
import { periodsOf } from './model/periods.ts';
import type { Decided, Merger } from './model/rules.ts';

interface Numbered<T> {
  readonly seq: bigint;
  readonly it: T;
}

interface Content {
  fields: Record<string, string | boolean>;
  references: Record<string, string>;
  credits: { unit: string; share: string }[];
}

/** What the ledger's acts tell, read from the tables that only they stand in, each freeze with what stood before it. */
export async function readChronicle(database: Queryable): Promise<{ chronicle: Chronicle; frozen: Frozen[] }> {
  const acts = await readActs(database);
  const decided = await numbered<Decided>(database, 'select seq, parameter, value, from_day as "from" from decision where seq is not null');
  const mergers = await numbered<Merger>(database, 'select seq, unit, merged_into as into, day from unit_merger');
  const upTo = (last: bigint): Chronicle => {
    const before = <T>(list: readonly Numbered<T>[]): T[] => list.filter((it) => it.seq <= last).map((it) => it.it);
    return { acts: before(acts), decided: before(decided), mergers: before(mergers), pack: 'first' };
  };
  const frozen = (await listFreezes(database)).map((it) => {
    const window = (['year', 'half', 'month'] as const).flatMap((division) => periodsOf(it.from.slice(0, 4), division)).find(({ name }) => name === it.window)!;
    return freezeNow(upTo(it.lastSeq), window);
  });
  return { chronicle: upTo(BigInt(Number.MAX_SAFE_INTEGER)), frozen };
}

async function numbered<T extends object>(database: Queryable, sql: string): Promise<Numbered<T>[]> {
  const { rows } = await database.query<{ seq: string } & T>(`${sql} order by seq`);
  return rows.map(({ seq, ...it }) => ({ seq: BigInt(seq), it: it as unknown as T }));
}

async function readActs(database: Queryable): Promise<Numbered<Act>[]> {
  const { rows: subjects } = await database.query<{ id: string; kind: string; number: string }>('select id, kind, number from subject');
  const subject = new Map(subjects.map(({ id, kind, number }) => [id, { kind, number }]));
  const facts = await numbered<{ subject_id: string; kind: string; day: string | null; content: Content; withdrawn: boolean; unit: string }>(database, 'select seq, subject_id, kind, day, content, withdrawn, unit from fact');
  const verdicts = await numbered<{ subject_id: string; milestone: string; act: string }>(database, 'select seq, subject_id, milestone, act from verdict');
  const said = facts.map(({ seq, it: { subject_id, kind, day, content, withdrawn, unit } }): Numbered<Act> => {
    const of = subject.get(subject_id)!;
    if (kind === 'transfer') return { seq, it: { say: 'transfer', of, from: day!, credits: content.credits.map(creditOf) } };
    if (kind !== 'entry') return { seq, it: { say: 'day', of, unit, milestone: kind, day: withdrawn ? null : day } };
    if (withdrawn) return { seq, it: { say: 'withdraw', of } };
    const references = Object.fromEntries(Object.entries(content.references).map(([role, id]) => [role, nameOf(subject.get(id)!)]));
    return { seq, it: { say: 'entry', of, unit, fields: content.fields, references, credits: content.credits.map(creditOf) } };
  });
  const judged = verdicts.map(({ seq, it: { subject_id, milestone, act } }): Numbered<Act> => ({ seq, it: { say: 'verdict', of: subject.get(subject_id)!, milestone, act } }));
  return [...said, ...judged].sort((a, b) => (a.seq < b.seq ? -1 : 1));
}

function creditOf({ unit, share }: { unit: string; share: string }): Credit {
  return { unit, millionths: Math.round(Number(share) * 1_000_000) };
}
