import type { Queryable } from '../../base/database.ts';
import { heldBy, UNDER_WAY } from './match.ts';
import type { HoldingAct } from './terms.ts';

/** A lead that a unit holds now. */
export interface StoredHolding {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly fields: Readonly<Record<string, string | boolean>>;
  /** Who holds it. */
  readonly unit: string;
  readonly since: Date;
  /** When anything was said or recorded of it last. */
  readonly moved: Date;
}

/** @param units whose; absent: everybody's */
export async function readHoldings(db: Queryable, units?: readonly string[], subject?: string): Promise<StoredHolding[]> {
  const { rows } = await db.query<StoredHolding>(
    `select d.subject_id as id, d.kind, d.number, d.body -> 'fields' as fields, h.unit, h.at as since,
       greatest(h.at, (select max(f.entered_at) from fact f where f.subject_id = d.subject_id),
         (select max(f.said_at) from follow_up f where f.subject_id = d.subject_id and not exists (select from follow_up_taken_back b where b.follow_up_id = f.id))) as moved
     from (select distinct e.subject_id from holding_event e) k ${heldBy('k')} join dossier d on d.subject_id = k.subject_id
     where ${UNDER_WAY} and ($1::text[] is null or h.unit = any($1)) and ($2::uuid is null or d.subject_id = $2) order by moved, d.subject_id`,
    [units ?? null, subject ?? null],
  );
  return rows;
}

export interface StoredStep {
  readonly subject: string;
  readonly act: HoldingAct;
  readonly unit: string;
  readonly at: Date;
  readonly reason: string;
  readonly document: string;
}

/** What happened to some leads, the first first. */
export async function readSteps(db: Queryable, subjects: readonly string[]): Promise<StoredStep[]> {
  const { rows } = await db.query<StoredStep>('select subject_id as subject, act, unit, at, reason, document from holding_event where subject_id = any($1::uuid[]) order by seq', [subjects]);
  return rows;
}

/** A step as it is appended. */
export interface NewStep {
  readonly subject: string;
  readonly act: HoldingAct;
  readonly unit: string;
  readonly account: string;
  readonly request: string;
  readonly reason: string;
  readonly document?: string;
}

export async function keepStep(db: Queryable, { subject, act, unit, account, request, reason, document = '' }: NewStep): Promise<void> {
  await db.query('insert into holding_event (subject_id, act, unit, account_id, request, reason, document) values ($1, $2, $3, $4, $5, $6, $7)', [subject, act, unit, account, request, reason, document]);
}
