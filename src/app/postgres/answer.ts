import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '../../kernel/refusal.ts';
import { passwordFile } from './password.ts';
import { type Postmaster, isAlive } from './postmaster.ts';

/** Replaying the log after a crash can take a while; five minutes is far more than 1 GB of it needs. */
const PATIENCE_MS = 300_000;
const TICK_MS = 20;

/** Codes of a server that is there but not ready (starting, recovering, shutting down, full). */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03', '53300']);

/** The superuser's address of a database on this machine. */
export function urlOf(port: number, password: string, database = 'tandem'): string {
  return `postgres://tandem:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Waits until the server answers our log-in, and gives that connection to `use`.
 * @returns what `use` gives; nothing where the server ended before it answered
 * @throws Refusal 'wrong-password', 'database-slow'
 */
export async function whenReady<T>(
  server: Postmaster,
  dataDir: string,
  password: string,
  use: (client: pg.Client) => Promise<T>,
): Promise<T | undefined> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const client = await connect(server.port, password, dataDir);
    if (client) {
      try {
        return await use(client);
      } finally {
        await client.end();
      }
    }
    if (!isAlive(server)) return undefined;
    await sleep(TICK_MS);
  }
  throw new Refusal('database-slow', `数据库进程 ${server.pid} 在，但五分钟没有应答。请查看 ${dataDir} 中的 pg.log，稍后再启动。`);
}

async function connect(port: number, password: string, dataDir: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres'), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a connection cut later is found by the query that uses it
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    const { code = '', message } = error as Error & { code?: string };
    if (NOT_YET.has(code) || /terminated unexpectedly|timeout/.test(message)) return undefined;
    if (code !== '28P01') throw error;
    const file = passwordFile(dataDir);
    throw new Refusal('wrong-password', `数据库不认 ${file} 中的口令。请移走这个文件后再启动，系统会重设口令。`);
  }
}
