import pg from 'pg';
import type { AuditKeys } from './audit-keys.ts';

// Days are text, never a Date: a day has no time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * What runs SQL: a pool for single reads, a transaction's client for the rest. A client sends statements in the order in which they
 * were asked, without waiting: what is asked behind a lock, at once, is read under it.
 */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[]; rowCount: number | null }>;
}

/** The database under the app's role. */
export interface Database extends Queryable {
  /** Absent: nothing can be written through it that leaves an audit row. */
  readonly auditKeys: AuditKeys | undefined;
  /** One connection for the length of `work`. */
  withClient<T>(work: (client: Queryable) => Promise<T>): Promise<T>;
  /** Connections of the pool now: in use, idle, and callers that wait for one. */
  connections(): { busy: number; idle: number; waiting: number };
  close(): Promise<void>;
}

/**
 * @param url of the owner; connections work under `role`, which can do less (absent: as the owner, for migrations only)
 * @param auditKeys what audit rows are made with; every write needs them
 */
export function openDatabase(url: string, role?: 'tandem_app', auditKeys?: AuditKeys): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    // Statements that do not wait for each other's answers go out together.
    pipeline: true,
    options: `-c timezone=Asia/Shanghai${role ? ` -c role=${role}` : ''}`,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return {
    auditKeys,
    query: (text, values) => pool.query(prepared(text, values)),
    withClient: async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        return await work({ query: (text, values) => together(client, () => client.query(prepared(text, values))) });
      } catch (error) {
        broken = isConnectionError(error) ? (error as Error) : undefined;
        throw error;
      } finally {
        client.release(broken);
      }
    },
    connections: () => ({ busy: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}

/** What is asked before anything is waited for leaves in one packet: a system call each costs more than most statements. */
function together<T>({ connection: { stream } }: pg.PoolClient, ask: () => T): T {
  stream.cork();
  process.nextTick(() => stream.uncork());
  return ask();
}

/** So many statements are parsed and planned once a connection; what searches put together beyond them is each time. */
const MOST_PREPARED = 500;
const names = new Map<string, string>();

/** Without values (`begin`, what a migration says) a text may hold several statements, so it is sent as it is. */
function prepared(text: string, values: readonly unknown[] | undefined): pg.QueryConfig {
  if (values === undefined) return { text };
  const name = names.get(text) ?? (names.size < MOST_PREPARED ? `s${names.size}` : undefined);
  if (name !== undefined) names.set(text, name);
  return { text, values: values as unknown[], ...(name !== undefined && { name }) };
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
