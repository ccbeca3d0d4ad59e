import type { Transaction } from './transaction.ts';

/** An act that other systems may be told of: what was done to which object. Its kind and id, nothing of a person. */
export interface Act {
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
}

/**
 * Puts acts into the outbox of every webhook that wants them, in the transaction of the acts: both are kept or neither.
 * Acts on one object, which its lock puts in order, stand in that order.
 */
export async function publish(tx: Transaction, acts: readonly Act[]): Promise<void> {
  await tx.query(
    `insert into message (webhook_id, topic, object_kind, object_id)
     select w.id, a.topic, a.kind, a.id from unnest($1::text[], $2::text[], $3::text[]) with ordinality as a (topic, kind, id, place)
     join webhook w on w.ended_at is null and a.topic = any(w.topics) order by a.place`,
    [acts.map((it) => it.action), acts.map((it) => it.objectKind), acts.map((it) => it.objectId)],
  );
}
