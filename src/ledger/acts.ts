import type { Queryable } from '../base/database.ts';
import type { Author, Fact, Origin, VerdictAct } from './statements.ts';

/** A fact about to be said. */
export interface NewFact {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly day: string | null;
  readonly content: Fact['content'];
  readonly withdrawn: boolean;
  readonly supersedes: string | undefined;
  readonly unit: string;
  readonly origin?: Origin | undefined;
  readonly reason?: string | undefined;
}

export interface NewVerdict {
  readonly subject: string;
  readonly milestone: string;
  readonly act: VerdictAct;
  readonly reason: string | undefined;
  readonly document: string | undefined;
  readonly takenOver: boolean;
}

/** Appends facts, then verdicts, as sets. A verdict's day is the author's today. */
export async function storeActs(db: Queryable, author: Author, facts: readonly NewFact[], verdicts: readonly NewVerdict[]): Promise<void> {
  await Promise.all([storeFacts(db, author, facts), storeVerdicts(db, author, verdicts)]);
}

async function storeFacts(db: Queryable, author: Author, facts: readonly NewFact[]): Promise<void> {
  if (facts.length === 0) return;
  await db.query(
    `insert into fact (id, subject_id, kind, day, content, withdrawn, supersedes, origin, reason, unit, account, request)
     select f.*, $11, $12
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::jsonb[], $6::boolean[], $7::uuid[], $8::jsonb[], $9::text[], $10::text[])
       as f (id, subject_id, kind, day, content, withdrawn, supersedes, origin, reason, unit)`,
    [
      facts.map((it) => it.id),
      facts.map((it) => it.subject),
      facts.map((it) => it.kind),
      facts.map((it) => it.day),
      facts.map((it) => JSON.stringify(it.content)),
      facts.map((it) => it.withdrawn),
      facts.map((it) => it.supersedes ?? null),
      facts.map((it) => (it.origin ? JSON.stringify(it.origin) : null)),
      facts.map((it) => it.reason ?? null),
      facts.map((it) => it.unit),
      author.account,
      author.request,
    ],
  );
}

async function storeVerdicts(db: Queryable, author: Author, verdicts: readonly NewVerdict[]): Promise<void> {
  if (verdicts.length === 0) return;
  await db.query(
    `insert into verdict (subject_id, milestone, act, reason, document, taken_over, day, unit, account, request)
     select v.*, $7::date, $8, $9, $10
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[])
       as v (subject_id, milestone, act, reason, document, taken_over)`,
    [
      verdicts.map((it) => it.subject),
      verdicts.map((it) => it.milestone),
      verdicts.map((it) => it.act),
      verdicts.map((it) => it.reason ?? null),
      verdicts.map((it) => it.document ?? null),
      verdicts.map((it) => it.takenOver),
      author.today,
      author.unit,
      author.account,
      author.request,
    ],
  );
}
