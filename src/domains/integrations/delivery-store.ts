import type { Database, Queryable } from '../../base/database.ts';
import { transact } from '../../base/transaction.ts';
import { KEPT_DAYS, RETRY_SECONDS } from './terms.ts';

/** Of messages: neither delivered nor skipped. */
export const WAITS = 'delivered_at is null and skipped_at is null';
/** Longer than one message may take; a process that dies holds a webhook up no longer. */
const LEASE_SECONDS = 30;

/** A webhook that one process delivers to, until its lease runs out. */
export interface Leased {
  readonly id: string;
  readonly url: string;
  readonly secret: Uint8Array;
}

/** Takes the webhooks that have a message due and that nobody else delivers to now. */
export function leaseDue(database: Database): Promise<Leased[]> {
  return transact(database, async (tx) => {
    const { rows } = await tx.query<Leased>(
      `update webhook set leased_until = clock_timestamp() + make_interval(secs => $1) where id = any(array(
         select w.id from webhook w where w.ended_at is null and w.paused_at is null and (w.leased_until is null or w.leased_until < clock_timestamp())
           and (select next_at from message m where m.webhook_id = w.id and ${WAITS} order by seq limit 1) <= clock_timestamp() for update skip locked))
       returning id, url, secret`,
      [LEASE_SECONDS],
    );
    return rows;
  });
}

export async function release(database: Database, webhook: string): Promise<void> {
  await transact(database, async (tx) => {
    await tx.query('update webhook set leased_until = null where id = $1', [webhook]);
    await tx.query(
      `delete from message where seq = any(array(select seq from message where webhook_id = $1 order by seq limit 500)) and coalesce(delivered_at, skipped_at) < clock_timestamp() - make_interval(days => $2)`,
      [webhook, KEPT_DAYS],
    );
  });
}

export interface DueMessage {
  readonly seq: string;
  readonly id: string;
  readonly topic: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly at: Date;
  readonly attempts: number;
}

/** The first message that waits, where its time has come; what stands behind it waits for it. The lease is made longer. */
export async function nextDue(database: Database, webhook: string): Promise<DueMessage | undefined> {
  return transact(database, async (tx) => {
    const { rowCount } = await tx.query('update webhook set leased_until = clock_timestamp() + make_interval(secs => $2) where id = $1 and ended_at is null and paused_at is null', [webhook, LEASE_SECONDS]);
    if (rowCount === 0) return undefined;
    const { rows } = await tx.query<DueMessage & { due: boolean }>(
      `select seq::text, id, topic, object_kind as "objectKind", object_id as "objectId", at, attempts, next_at <= clock_timestamp() as due
       from message where webhook_id = $1 and ${WAITS} order by message.seq limit 1`,
      [webhook],
    );
    return rows[0]?.due ? rows[0] : undefined;
  });
}

export async function markDelivered(database: Database, seq: string): Promise<void> {
  await transact(database, (tx) => tx.query(`update message set delivered_at = clock_timestamp(), attempts = attempts + 1, last_error = null where seq = $1 and ${WAITS}`, [seq]));
}

/** Keeps why a message was not delivered, and when it is tried again. @returns false where it was tried often enough: then the webhook is paused */
export async function markFailed(tx: Queryable, webhook: string, seq: string, why: string): Promise<boolean> {
  const { rows } = await tx.query<{ attempts: number }>(`update message set attempts = attempts + 1, last_error = $2 where seq = $1 and ${WAITS} returning attempts`, [seq, why]);
  if (!rows[0]) return true;
  const wait = RETRY_SECONDS[rows[0].attempts - 1];
  if (wait === undefined) await tx.query('update webhook set paused_at = clock_timestamp() where id = $1', [webhook]);
  else await tx.query('update message set next_at = clock_timestamp() + make_interval(secs => $2) where seq = $1', [seq, wait]);
  return wait !== undefined;
}

/** Messages that wait for a receiver, and webhooks that were given up until somebody resumes them. */
export async function countWaiting(db: Queryable): Promise<{ messages: number; 'paused-webhooks': number }> {
  const { rows } = await db.query<{ messages: number; 'paused-webhooks': number }>(
    `select (select count(*)::int from message where ${WAITS}) as messages, (select count(*)::int from webhook where ended_at is null and paused_at is not null) as "paused-webhooks"`,
  );
  return rows[0]!;
}
