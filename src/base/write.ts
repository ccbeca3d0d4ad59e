import { Refusal } from '../kernel/refusal.ts';
import { audit, type AuditRow } from './audit.ts';
import type { Database } from './database.ts';
import { fingerprint } from './sealed-value.ts';
import { transact, type Transaction } from './transaction.ts';

/** A write as it arrived: the id that the client gave it, who sent it, and what it says. */
export interface WriteRequest {
  /** A UUID; the same id again gives the same answer and no second effect. */
  readonly id: string;
  readonly account: string | null;
  /** The endpoint and its input: the same id with another body is refused. */
  readonly body: unknown;
}

/** What a write leaves behind beside its effect. */
export interface Written<T> {
  /** Stored with the request, so no personal data. */
  readonly answer: T;
  readonly audit: readonly Omit<AuditRow, 'request' | 'account'>[];
}

/**
 * The way of every write: one transaction with its effect, its audit rows and its stored answer.
 * @throws Refusal 'request-reused' where the id was used for something else
 */
export async function write<T>(database: Database, request: WriteRequest, work: (tx: Transaction) => Promise<Written<T>>): Promise<T> {
  // Keyed, for a body may hold what is easily guessed. Versions before kept a plain hash: a request of theirs, sent again, is taken for another.
  const hash = fingerprint(database, JSON.stringify([request.account, request.body]));
  return transact(database, async (tx) => {
    // Waits for a twin under way; then either the id is ours or its answer stands.
    const { rowCount } = await tx.query('insert into request (id, account_id, body_hash) values ($1, $2, $3) on conflict (id) do nothing', [request.id, request.account, hash]);
    if (rowCount === 0) {
      const { rows } = await tx.query<{ body_hash: string; answer: T }>('select body_hash, answer from request where id = $1', [request.id]);
      if (rows[0]!.body_hash !== hash) throw new Refusal('request-reused', '这个请求编号已经用于另一次提交，请刷新页面后重新提交。');
      return rows[0]!.answer;
    }
    const { answer, audit: rows } = await work(tx);
    if (rows.length === 0) throw new Error('a write left no audit row');
    await Promise.all([
      audit(tx, rows.map((it) => ({ ...it, account: request.account, request: request.id }))),
      tx.query('update request set answer = $2 where id = $1', [request.id, JSON.stringify(answer)]),
    ]);
    return answer;
  });
}
