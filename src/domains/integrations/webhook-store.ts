import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import { WAITS } from './delivery-store.ts';
import { SHOWN_MESSAGES } from './terms.ts';

export interface NewWebhook {
  readonly name: string;
  readonly url: string;
  readonly topics: readonly string[];
}

/** @param secret encrypted, bound to `id` */
export async function insertWebhook(tx: Transaction, id: string, { name, url, topics }: NewWebhook, secret: Uint8Array, by: string): Promise<void> {
  await tx.query('insert into webhook (id, name, url, topics, secret, made_by) values ($1, $2, $3, $4, $5, $6)', [id, name, url, topics, secret, by]);
}

export interface WebhookRow extends NewWebhook {
  readonly id: string;
  readonly pausedAt: Date | null;
  readonly waiting: number;
  /** Of the first message that waits. */
  readonly attempts: number | null;
  readonly lastError: string | null;
  readonly deliveredAt: Date | null;
}

/** The webhooks that stand, the oldest first. */
export async function listWebhooks(db: Queryable): Promise<WebhookRow[]> {
  const { rows } = await db.query<WebhookRow>(
    `select w.id, w.name, w.url, w.topics, w.paused_at as "pausedAt", head.attempts, head.last_error as "lastError",
       (select count(*)::int from message m where m.webhook_id = w.id and ${WAITS}) as waiting,
       (select max(m.delivered_at) from message m where m.webhook_id = w.id) as "deliveredAt"
     from webhook w left join lateral (select attempts, last_error from message m where m.webhook_id = w.id and ${WAITS} order by seq limit 1) head on true
     where w.ended_at is null order by w.made_at`,
  );
  return rows;
}

/** Holds a webhook that stands against others. @returns whether there is one */
export async function holdWebhook(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.query('select from webhook where id = $1 and ended_at is null for update', [id])).rowCount === 1;
}

/** Ends a webhook; what waits for it is given up. */
export async function endRow(tx: Transaction, id: string, by: string): Promise<void> {
  await tx.query('update webhook set ended_by = $2, ended_at = clock_timestamp() where id = $1', [id, by]);
  await tx.query(`update message set skipped_at = clock_timestamp() where webhook_id = $1 and ${WAITS}`, [id]);
}

/** Lets a webhook go on at once from where it stands. */
export async function resumeRow(tx: Transaction, id: string): Promise<void> {
  await tx.query('update webhook set paused_at = null where id = $1', [id]);
  await tx.query(`update message set attempts = 0, next_at = clock_timestamp() where seq = (select seq from message where webhook_id = $1 and ${WAITS} order by seq limit 1)`, [id]);
}

/** Gives up the first message that waits, if it is this one. @returns whether it was */
export async function skipRow(tx: Transaction, webhook: string, message: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update message set skipped_at = clock_timestamp() where seq = (select seq from message where webhook_id = $1 and ${WAITS} order by seq limit 1) and id = $2`,
    [webhook, message],
  );
  return rowCount === 1;
}

export interface MessageRow {
  readonly id: string;
  readonly topic: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly at: Date;
  readonly attempts: number;
  readonly nextAt: Date;
  readonly lastError: string | null;
  readonly deliveredAt: Date | null;
  readonly skippedAt: Date | null;
}

/** What waits for a webhook first, in its order; then what was dealt with, the latest first. */
export async function listMessages(db: Queryable, webhook: string): Promise<MessageRow[]> {
  const { rows } = await db.query<MessageRow>(
    `select id, topic, object_kind as "objectKind", object_id as "objectId", at, attempts, next_at as "nextAt", last_error as "lastError", delivered_at as "deliveredAt", skipped_at as "skippedAt"
     from ((select * from message where webhook_id = $1 and ${WAITS} order by seq limit $2) union all
       (select * from message where webhook_id = $1 and not (${WAITS}) order by seq desc limit $2)) m
     order by not (${WAITS}), case when ${WAITS} then seq else -seq end limit $2`,
    [webhook, SHOWN_MESSAGES],
  );
  return rows;
}
