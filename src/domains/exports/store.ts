import type { Database, Queryable } from '../../base/database.ts';
import type { Actor } from '../../base/rights.ts';
import { openText, sealText } from '../../base/sealed-value.ts';
import type { Transaction } from '../../base/transaction.ts';
import type { RegisterFormat } from '../../mechanism/format/registers.ts';
import type { ListQuery } from './listed.ts';
import type { ExportState } from './terms.ts';

/** A list on its way out. */
export interface KeptExport {
  readonly id: string;
  readonly account: string;
  readonly unit: string;
  readonly units: readonly string[];
  readonly role: string;
  readonly kind: string;
  readonly form: RegisterFormat;
  readonly label: string;
  readonly name: string;
  readonly state: ExportState;
  readonly done: number;
  readonly total: number;
  /** sha256 of what was written, once it is. */
  readonly file: string | null;
  readonly error: string | null;
  readonly begun_at: Date;
  /** Whether the file can still be fetched. */
  readonly held: boolean;
}

const COLUMNS = 'x.id, x.account_id as account, x.unit, x.units, x.role, x.kind, x.form, x.label, x.name, x.state, x.done, x.total, x.file, x.error, x.begun_at, exists (select from file f where f.sha256 = x.file and (f.expires_at is null or f.expires_at > clock_timestamp())) as held';

/** Running from here on. What was asked for is sealed, for it may be a name. */
export async function storeExport(tx: Transaction, actor: Actor, it: Pick<KeptExport, 'id' | 'kind' | 'form' | 'label' | 'name' | 'total'>, query: ListQuery): Promise<void> {
  await tx.query(
    'insert into export (id, account_id, unit, units, role, kind, form, label, query, name, total) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [it.id, actor.account, actor.unit, actor.units, actor.role, it.kind, JSON.stringify(it.form), it.label, sealText(tx, placeOf(it.id), JSON.stringify(query)), it.name, it.total],
  );
}

function placeOf(id: string): string {
  return `export.query ${id}`;
}

/** What an actor asked for in its present position, the newest first; with `id` that one. */
export async function loadExports(db: Queryable, actor: Actor, id?: string): Promise<KeptExport[]> {
  const { rows } = await db.query<KeptExport>(`select ${COLUMNS} from export x where x.account_id = $1 and x.unit = $2 and x.role = $3 and ($4::uuid is null or x.id = $4) order by x.begun_at desc, x.id limit 50`, [actor.account, actor.unit, actor.role, id ?? null]);
  return rows;
}

/** The oldest that waits to be written, or a given one, with what was asked for. */
export async function waitingExport(database: Database, id: string | null): Promise<(KeptExport & { readonly query: ListQuery }) | undefined> {
  const { rows } = await database.query<KeptExport & { query: Buffer }>(`select ${COLUMNS}, x.query from export x where x.state = 'running' and ($1::uuid is null or x.id = $1) order by x.begun_at, x.id limit 1`, [id]);
  return rows[0] && { ...rows[0], query: JSON.parse(openText(database, placeOf(rows[0].id), rows[0].query)) as ListQuery };
}

export async function tellProgress(db: Queryable, id: string, done: number): Promise<void> {
  await db.query("update export set done = $2 where id = $1 and state = 'running'", [id, done]);
}

/** running → done. */
export async function finishExport(tx: Queryable, id: string, file: string, total: number): Promise<boolean> {
  const { rowCount } = await tx.query("update export set state = 'done', done = $3, total = $3, file = $2, query = null, finished_at = clock_timestamp() where id = $1 and state = 'running'", [id, file, total]);
  return rowCount === 1;
}

/** running → failed. */
export async function failExport(db: Queryable, id: string, error: string): Promise<void> {
  await db.query("update export set state = 'failed', error = $2, query = null, finished_at = clock_timestamp() where id = $1 and state = 'running'", [id, error]);
}
