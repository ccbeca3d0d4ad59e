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
  const rows = facts.map(({ subject, ...it }) => ({ ...it, subject_id: subject }));
  await db.query(
    `insert into fact (id, subject_id, kind, day, content, withdrawn, supersedes, origin, reason, unit, account, request)
     select f.*, $2, $3
     from jsonb_to_recordset($1) as f (id uuid, subject_id uuid, kind text, day date, content jsonb, withdrawn boolean, supersedes uuid, origin jsonb, reason text, unit text)`,
    [JSON.stringify(rows), author.account, author.request],
  );
}

async function storeVerdicts(db: Queryable, author: Author, verdicts: readonly NewVerdict[]): Promise<void> {
  if (verdicts.length === 0) return;
  const rows = verdicts.map(({ subject, takenOver, ...it }) => ({ ...it, subject_id: subject, taken_over: takenOver }));
  await db.query(
    `insert into verdict (subject_id, milestone, act, reason, document, taken_over, day, unit, account, request)
     select v.*, $2::date, $3, $4, $5
     from jsonb_to_recordset($1) as v (subject_id uuid, milestone text, act text, reason text, document text, taken_over boolean)`,
    [JSON.stringify(rows), author.today, author.unit, author.account, author.request],
  );
}
