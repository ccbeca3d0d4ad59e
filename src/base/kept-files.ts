import { hash } from 'node:crypto';
import type { Queryable } from './database.ts';

/** How long what was uploaded, and what comes of it with names in it, is kept. */
const DAYS = 30;

/** Keeps a file for 30 days more; one that is kept for good stays so. @returns its sha256 */
export async function keepFile(db: Queryable, name: string, bytes: Uint8Array): Promise<string> {
  const sha256 = hash('sha256', bytes);
  await db.query(
    `insert into file (sha256, name, size, content, expires_at) values ($1, $2, $3, $4, clock_timestamp() + make_interval(days => $5))
     on conflict (sha256) do update set expires_at = case when file.expires_at is null then null else greatest(file.expires_at, excluded.expires_at) end`,
    [sha256, name, bytes.length, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), DAYS],
  );
  return sha256;
}

/** @returns undefined where the file's time has passed */
export async function readKept(db: Queryable, sha256: string): Promise<Uint8Array | undefined> {
  const { rows } = await db.query<{ content: Buffer }>('select content from file where sha256 = $1 and (expires_at is null or expires_at > clock_timestamp())', [sha256]);
  return rows[0]?.content;
}

/** Deletes what has passed its time and is nobody's evidence. */
export async function forgetExpiredFiles(db: Queryable): Promise<void> {
  await db.query('delete from file where expires_at < clock_timestamp() and not exists (select from evidence e where e.sha256 = file.sha256)');
}
