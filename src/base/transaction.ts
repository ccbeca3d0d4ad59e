import { type Database, type Queryable, sqlState } from './database.ts';

declare const inTransaction: unique symbol;
/** SQL inside one transaction; what writes asks for this, so nothing writes outside one. */
export interface Transaction extends Queryable {
  readonly [inTransaction]: true;
}

const ATTEMPTS = 5;
/** Deadlock, serialization failure: the other one went first; the same work again is right. */
const RETRIED = ['40P01', '40001'];

/** Runs `work` in one transaction (READ COMMITTED); rolled back where it throws, done again after a deadlock. */
export async function transact<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.withClient(async (client) => {
        await client.query('begin');
        try {
          const result = await work(client as Transaction);
          await client.query('commit');
          return result;
        } catch (error) {
          await client.query('rollback').catch(() => undefined);
          throw error;
        }
      });
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRIED.includes(sqlState(error))) throw error;
    }
  }
}
