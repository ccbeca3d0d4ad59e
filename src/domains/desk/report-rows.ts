import type { Queryable } from '../../base/database.ts';
import { type Scope, scopeSql } from '../../base/rights.ts';
import { addDays, type Day, TIME_ZONE } from '../../kernel/day.ts';
import type { Window } from '../../kernel/window.ts';
import type { Value } from '../../mechanism/dossier.ts';

/** Whom a row of a report is about, as its record says it. */
interface Subject {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly unit: string;
  readonly fields: Readonly<Record<string, Value>>;
}

export interface CertifiedRow extends Subject {
  readonly milestone: string;
  readonly day: Day | null;
  /** When it was certified, and by which unit. */
  readonly on: Day;
  readonly by: string;
}

const SUBJECT = "d.subject_id as id, d.kind, d.number, d.unit, d.body -> 'fields' as fields";

/** What was certified within some days by those who judge, and still is; what was taken over is left out. */
export async function certifiedBetween(db: Queryable, scope: Scope, from: Day, to: Day, limit: number): Promise<CertifiedRow[]> {
  const values: unknown[] = [from, to, limit];
  const { rows } = await db.query<CertifiedRow>(
    `select ${SUBJECT}, v.milestone, d.body -> 'milestones' -> v.milestone ->> 'day' as day, v.day as on, v.unit as by
     from verdict v join dossier d using (subject_id)
     where v.day between $1 and $2 and v.act in ('certify', 'certify-upstream') and not v.taken_over and d.body -> 'milestones' -> v.milestone ->> 'state' like 'certified%'
       and ${scopeSql(scope, 'd', values)} order by v.seq limit $3`,
    values,
  );
  return rows;
}

/** The last five days of a window. */
export function lastDays({ to }: Window): { from: Day; to: Day } {
  return { from: addDays(to, -4), to };
}

export interface BackdatedRow extends Subject {
  readonly milestone: string;
  readonly day: Day;
  readonly on: Day;
  readonly days: number;
  readonly reason: string | null;
}

/** What was recorded within a window more than some days after it had happened. */
export async function backdated(db: Queryable, scope: Scope, window: Window, days: number, limit: number): Promise<BackdatedRow[]> {
  const values: unknown[] = [window.from, window.to, days, TIME_ZONE, limit];
  const entered = '(f.entered_at at time zone $4)::date';
  const { rows } = await db.query<BackdatedRow>(
    `select ${SUBJECT}, f.kind as milestone, f.day, ${entered} as on, ${entered} - f.day as days, f.reason
     from fact f join dossier d using (subject_id)
     where f.day is not null and not f.withdrawn and f.kind not in ('transfer', 'progress') and ${entered} between $1 and $2 and ${entered} - f.day > $3
       and not exists (select from verdict v where v.subject_id = f.subject_id and v.request = f.request and v.taken_over)
       and ${scopeSql(scope, 'd', values)} order by ${entered} - f.day desc, d.number limit $5`,
    values,
  );
  return rows;
}

export interface MovedRow extends Subject {
  readonly measure: string;
  readonly owner: string;
  readonly day: Day;
  readonly quantity: string;
  readonly frozen: string;
  readonly on: Day;
}

/** What moved figures of days inside a window after a freeze had covered them. */
export async function movedAfterFreeze(db: Queryable, scope: Scope, window: Window, limit: number): Promise<MovedRow[]> {
  const values: unknown[] = [window.from, window.to, TIME_ZONE, limit];
  const { rows } = await db.query<MovedRow>(
    `select ${SUBJECT}, p.measure, p.owner, p.day, trim_scale(sum(p.quantity))::text as quantity, z.window_name as frozen, (max(p.entered_at) at time zone $3)::date as on
     from posting p join lateral (select window_name, last_seq from period_freeze z where p.day between z.from_day and z.to_day order by z.last_seq limit 1) z on p.seq > z.last_seq
     join dossier d using (subject_id)
     where p.standing = 'certified' and p.day between $1 and $2 and ${scopeSql(scope, 'd', values)}
     group by d.subject_id, d.kind, d.number, d.unit, d.body, p.measure, p.owner, p.day, z.window_name having sum(p.quantity) <> 0
     order by p.day, d.number, p.measure, p.owner limit $4`,
    values,
  );
  return rows;
}

export interface Threshold {
  readonly kind: string;
  readonly field: string;
  /** The field that names the currency, and the only one that fits; null: any but 美元. */
  readonly currency: string | undefined;
  readonly dollars: boolean;
  /** In fen: at least this, less than that. */
  readonly from: bigint;
  readonly to: bigint;
}

/** Records whose amount lies just above a threshold. */
export async function justAbove(db: Queryable, scope: Scope, { kind, field, currency, dollars, from, to }: Threshold, limit: number): Promise<(Subject & { amount: string })[]> {
  const values: unknown[] = [kind, field, String(from), String(to), currency ?? '', dollars, limit];
  const { rows } = await db.query<Subject & { amount: string }>(
    `select ${SUBJECT}, d.body -> 'fields' ->> $2 as amount from dossier d
     where d.kind = $1 and d.state <> 'withdrawn' and d.body -> 'fields' ->> $2 ~ '^[0-9]+$' and (d.body -> 'fields' ->> $2)::numeric between $3::numeric and $4::numeric
       and ($5 = '' or coalesce(d.body -> 'fields' ->> $5, '') = '美元') = ($5 = '' or $6) and ${scopeSql(scope, 'd', values)} order by (d.body -> 'fields' ->> $2)::numeric, d.number limit $7`,
    values,
  );
  return rows;
}

export interface UndocumentedRow {
  readonly what: 'freeze' | 'decision' | 'upstream';
  readonly on: Day;
  /** The window, the parameter, or the milestone. */
  readonly about: string;
  readonly subject: string | null;
  readonly kind: string | null;
  readonly number: string | null;
  readonly unit: string | null;
}

/** What was decided within a window without a document. */
export async function undocumented(db: Queryable, scope: Scope, window: Window, limit: number): Promise<UndocumentedRow[]> {
  const values: unknown[] = [window.from, window.to, TIME_ZONE, limit];
  const blank = (column: string): string => `coalesce(btrim(${column}), '') = ''`;
  const { rows } = await db.query<UndocumentedRow>(
    `select * from (
       select 'freeze' as what, (frozen_at at time zone $3)::date as on, window_name as about, null::uuid as subject, null as kind, null as number, null as unit from period_freeze where ${blank('document')}
       union all select 'decision', (approved_at at time zone $3)::date, parameter, null, null, null, null from decision where seq is not null and ${blank('document')}
       union all select 'upstream', v.day, v.milestone, d.subject_id, d.kind, d.number, v.unit from verdict v join dossier d using (subject_id)
         where v.act = 'certify-upstream' and ${blank('v.document')} and ${scopeSql(scope, 'd', values)}
     ) found where found.on between $1 and $2 order by found.on limit $4`,
    values,
  );
  return rows;
}
