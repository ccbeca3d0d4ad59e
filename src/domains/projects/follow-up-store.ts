import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Day } from '../../kernel/day.ts';
import type { BarePhoto } from './bare-photo.ts';

/** A follow-up as it is said; without a form it is a note. */
export interface NewFollowUp {
  readonly subject: string;
  readonly form: string | null;
  readonly day: Day;
  readonly text: string;
  readonly next: { readonly step: string; readonly day: Day } | null;
  readonly unit: string;
  readonly account: string;
}

/** A follow-up as it stands. */
export interface FollowUpRow extends Omit<NewFollowUp, 'next'> {
  readonly id: string;
  readonly step: string | null;
  readonly stepDay: Day | null;
  readonly at: Date;
  readonly photos: readonly string[];
  /** Accounts that were asked to look. */
  readonly mentioned: readonly string[];
  readonly reason: string | null;
  readonly takenBackAt: Date | null;
}

const SHOWN = `select f.id, f.subject_id as subject, f.form, f.day, f.text, f.next_step as step, f.next_day as "stepDay", f.unit, f.account_id as account, f.said_at as at,
    array(select p.id::text from follow_up_photo p where p.follow_up_id = f.id order by p.id) as photos,
    array(select m.account_id::text from mention m where m.follow_up_id = f.id order by m.id) as mentioned, b.reason, b.taken_back_at as "takenBackAt"
  from follow_up f left join follow_up_taken_back b on b.follow_up_id = f.id`;

/** What was said of a record, the latest first. The caller has seen to the scope. */
export async function followUpsOf(db: Queryable, subject: string): Promise<FollowUpRow[]> {
  return (await db.query<FollowUpRow>(`${SHOWN} where f.subject_id = $1 order by f.day desc, f.id desc limit 500`, [subject])).rows;
}

export async function findFollowUp(db: Queryable, id: string): Promise<FollowUpRow | undefined> {
  return (await db.query<FollowUpRow>(`${SHOWN} where f.id = $1`, [id])).rows[0];
}

/** @returns its id */
export async function insertFollowUp(tx: Transaction, it: NewFollowUp): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    'insert into follow_up (subject_id, form, day, text, next_step, next_day, unit, account_id) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id',
    [it.subject, it.form, it.day, it.text, it.next?.step ?? null, it.next?.day ?? null, it.unit, it.account],
  );
  return rows[0]!.id;
}

/** Stored once by its content, under a name that tells nothing. @throws Refusal 'erased' where its content was deleted with a person */
export async function insertPhoto(tx: Transaction, followUp: string, { type, bytes }: BarePhoto, sha256: string): Promise<void> {
  const name = type === 'image/png' ? '照片.png' : '照片.jpg';
  const { rows } = await tx.query<{ erased: boolean }>(
    'insert into file (sha256, name, size, content) values ($1, $2, $3, $4) on conflict (sha256) do update set expires_at = null returning erased_at is not null as erased',
    [sha256, name, bytes.length, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)],
  );
  if (rows[0]!.erased) throw new Refusal('erased', '这张照片已随个人信息依法删除，不能再上传。请换一张不涉及该人的照片。');
  await tx.query('insert into follow_up_photo (follow_up_id, sha256) values ($1, $2)', [followUp, sha256]);
}

export async function insertMentions(tx: Transaction, followUp: string, accounts: readonly string[]): Promise<void> {
  await tx.query('insert into mention (follow_up_id, account_id) select $1, * from unnest($2::uuid[])', [followUp, accounts]);
}
