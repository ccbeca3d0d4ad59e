import pg from 'pg';

// Days are text, never a Date: a day has no time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** What runs SQL: a pool for single reads, a transaction's client for the rest. */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[]; rowCount: number | null }>;
}

/** The database under the app's role. */
export interface Database extends Queryable {
  /** One connection for the length of `work`. */
  withClient<T>(work: (client: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * @param url of the owner; connections work under `role`, which can do less (absent: as the owner, for migrations only)
 */
export function openDatabase(url: string, role?: 'tandem_app'): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    options: `-c timezone=Asia/Shanghai${role ? ` -c role=${role}` : ''}`,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return {
    query: (text, values) => pool.query(text, values as unknown[]),
    withClient: async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        return await work({ query: (text, values) => client.query(text, values as unknown[]) });
      } catch (error) {
        broken = isConnectionError(error) ? (error as Error) : undefined;
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

function isConnectionError(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return code.startsWith('08') || code.startsWith('57P') || code === 'ECONNRESET' || code === 'EPIPE';
}

/** A PostgreSQL error code (`40P01`), or '' where the error is none. */
export function sqlState(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : '';
}
