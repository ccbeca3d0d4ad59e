import type { Database, Queryable } from '../../src/base/database.ts';

const STEPS: Readonly<Record<string, string>> = { begin: 'savepoint inner_transaction', commit: 'release savepoint inner_transaction', rollback: 'rollback to savepoint inner_transaction' };

/** A database in which everything can be tried and undone. */
export interface Rehearsal {
  /** For the code under test: its transactions are savepoints of one that never ends. */
  readonly database: Database;
  /** Does `work`, and undoes what it wrote. */
  undone<T>(work: () => Promise<T>): Promise<T>;
  /** The same connection, as the owner of the tables. */
  readonly owner: Queryable;
}

/** Gives `work` one connection's view of a database, in a transaction that is rolled back at the end. */
export function rehearsed<T>(real: Database, work: (rehearsal: Rehearsal) => Promise<T>): Promise<T> {
  return real.withClient(async (client) => {
    const inner: Queryable = { query: (text, values) => client.query(STEPS[text] ?? text, values) };
    const database: Database = { ...real, query: inner.query, withClient: (use) => use(inner) };
    await client.query('begin');
    try {
      return await work({
        database,
        owner: {
          query: async (text, values) => {
            await client.query('set local role none');
            const found = await client.query<never>(text, values);
            await client.query('set local role tandem_app');
            return found;
          },
        },
        undone: async (trial) => {
          await client.query('savepoint trial');
          try {
            return await trial();
          } finally {
            await client.query('rollback to savepoint trial');
          }
        },
      });
    } finally {
      await client.query('rollback');
    }
  });
}
