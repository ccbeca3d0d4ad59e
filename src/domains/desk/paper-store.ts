import type { Queryable } from '../../base/database.ts';
import type { Standing } from '../../mechanism/dossier.ts';

/** A pack that was asked for. */
export interface PaperRow {
  readonly id: string;
  readonly measure: string;
  readonly owner: string;
  readonly window: string;
  readonly standing: Standing;
  readonly unit: string;
  readonly account: string;
  readonly role: string;
  readonly units: readonly string[];
  readonly request: string;
  readonly at: Date;
  readonly done: number;
  readonly total: number;
  readonly sha256: string | null;
  readonly size: string | null;
  readonly failed: string | null;
}

const COLUMNS = `p.id, p.measure, p.owner, p.window_name as window, p.standing, p.unit, p.account, p.role, p.units, p.request, p.asked_at as at, p.done, p.total, p.sha256, p.failed,
  (select f.size from file f where f.sha256 = p.sha256 and (f.expires_at is null or f.expires_at > clock_timestamp())) as size`;

export async function papersOf(db: Queryable, account: string): Promise<PaperRow[]> {
  return (await db.query<PaperRow>(`select ${COLUMNS} from working_paper p where account = $1 order by asked_at desc limit 50`, [account])).rows;
}

export async function nextPaper(db: Queryable): Promise<PaperRow | undefined> {
  return (await db.query<PaperRow>(`select ${COLUMNS} from working_paper p where sha256 is null and failed is null order by asked_at limit 1`)).rows[0];
}

export async function noteProgress(db: Queryable, id: string, done: number, total: number): Promise<void> {
  await db.query('update working_paper set done = $2, total = $3 where id = $1', [id, done, total]);
}

export async function endPaper(db: Queryable, id: string, end: { sha256: string } | { failed: string }): Promise<void> {
  await db.query('update working_paper set sha256 = $2, failed = $3, done = total, finished_at = clock_timestamp() where id = $1', [id, 'sha256' in end ? end.sha256 : null, 'failed' in end ? end.failed : null]);
}
