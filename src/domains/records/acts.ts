import type { Queryable } from '../../base/database.ts';
import type { Day } from '../../kernel/day.ts';
import type { Fact, Origin, VerdictAct } from '../../ledger/statements.ts';

/** What every act has: when it was entered, who did it, in which request. */
interface Entered {
  readonly at: Date;
  readonly unit: string;
  readonly account: string | null;
  readonly request: string;
}

export interface FactAct extends Entered {
  readonly type: 'fact';
  readonly fact: Omit<Fact, 'seq' | 'subject'>;
  readonly reason: string | null;
  readonly origin: Origin | null;
}

export interface VerdictActed extends Entered {
  readonly type: 'verdict';
  readonly milestone: string;
  readonly act: VerdictAct;
  readonly day: Day;
  readonly reason: string | null;
  readonly document: string | null;
  readonly takenOver: boolean;
}

export interface EvidenceAct extends Entered {
  readonly type: 'evidence';
  readonly id: string;
  readonly milestone: string;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  /** How it was come by. */
  readonly origin: string | null;
}

export type Act = FactAct | VerdictActed | EvidenceAct;

/** Everything that was said and done about a subject, in order. The caller has seen to the scope. */
export async function readActs(db: Queryable, subject: string): Promise<Act[]> {
  const [{ rows: facts }, { rows: verdicts }, { rows: evidence }] = await Promise.all([db.query<Omit<FactAct, 'type' | 'fact'> & FactAct['fact'] & { seq: string }>(
    'select seq, id, kind, day, content, withdrawn, unit, origin, reason, account, request, entered_at as at from fact where subject_id = $1 order by seq',
    [subject],
  ), db.query<Omit<VerdictActed, 'type'> & { seq: string }>(
    'select seq, milestone, act, day, reason, document, taken_over as "takenOver", unit, account, request, entered_at as at from verdict where subject_id = $1 order by seq',
    [subject],
  ), db.query<Omit<EvidenceAct, 'type' | 'size' | 'origin'> & { size: string; source: string | null }>(
    'select e.id, e.milestone, e.name, e.kind, e.origin as source, e.unit, e.account, e.request, e.added_at as at, f.size from evidence e join file f using (sha256) where e.subject_id = $1 order by e.added_at',
    [subject],
  )]);
  const ledger: (Act & { seq: bigint })[] = [
    ...facts.map(({ seq, id, kind, day, content, withdrawn, ...rest }) => ({ ...rest, type: 'fact', seq: BigInt(seq), fact: { id, kind, day, content, withdrawn, unit: rest.unit } }) as const),
    ...verdicts.map((it) => ({ ...it, type: 'verdict', seq: BigInt(it.seq) }) as const),
  ];
  ledger.sort((a, b) => (a.seq < b.seq ? -1 : 1));
  return merged(ledger, evidence.map(({ source, ...it }) => ({ ...it, type: 'evidence', size: Number(it.size), origin: source })));
}

/** The words under which evidence stands, by milestone. */
export function wordsOf(acts: readonly Act[]): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const it of acts) if (it.type === 'evidence') words.set(it.milestone, [...(words.get(it.milestone) ?? []), it.kind]);
  return words;
}

/** Evidence has no number in the ledger, so it is put in by its time. */
function merged(ledger: readonly Act[], evidence: readonly EvidenceAct[]): Act[] {
  const result: Act[] = [];
  let next = 0;
  for (const act of ledger) {
    while (next < evidence.length && evidence[next]!.at < act.at) result.push(evidence[next++]!);
    result.push(act);
  }
  return [...result, ...evidence.slice(next)];
}
