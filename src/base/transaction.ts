import type { AuditKeys } from './audit-keys.ts';
import { type Database, type Queryable, sqlState } from './database.ts';

declare const inTransaction: unique symbol;
/** SQL inside one transaction; what writes asks for this, so nothing writes outside one. */
export interface Transaction extends Queryable {
  readonly [inTransaction]: true;
  /** What its audit rows are made with; absent where the database was opened to read or to prepare. */
  readonly auditKeys: AuditKeys | undefined;
}

const ATTEMPTS = 5;
/** Deadlock, serialization failure: the other one went first; the same work again is right. */
const RETRIED = ['40P01', '40001'];
const ABORTED = '25P02';

/** Runs `work` in one transaction (READ COMMITTED); rolled back where it throws, done again after a deadlock. */
export async function transact<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.withClient(async (client) => {
        let over = false;
        let cause: unknown;
        const query: Queryable['query'] = async (text, values) => {
          if (over) throw new Error('asked of a transaction that is over');
          try {
            return await client.query(text, values);
          } catch (error) {
            cause ??= error;
            throw error;
          }
        };
        try {
          // What `work` asks first goes out behind the `begin`, without waiting for its answer.
          const [, result] = await Promise.all([client.query('begin'), work({ query, auditKeys: database.auditKeys } as Transaction)]);
          over = true;
          await client.query('commit');
          return result;
        } catch (error) {
          // Of what was asked at once, the rest may still be going on: it must not reach who has the connection next.
          over = true;
          await client.query('rollback').catch(() => undefined);
          // What was asked behind the statement that failed is answered “the transaction is aborted”: it may be heard first.
          throw sqlState(error) === ABORTED ? (cause ?? error) : error;
        }
      });
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRIED.includes(sqlState(error))) throw error;
    }
  }
}
