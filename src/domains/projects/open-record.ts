import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import { type Right, scopeSql } from '../../base/rights.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { loadDossiers, type StoredDossier } from '../../ledger/dossiers.ts';

/** Those of some records that the actor may see under a right, as they stand. */
async function openRecords(db: Queryable, context: LedgerContext, right: Right, ids: readonly string[]): Promise<Map<string, StoredDossier>> {
  const values: unknown[] = [ids];
  const { rows } = await db.query<{ id: string }>(`select d.subject_id as id from dossier d where d.subject_id = any($1::uuid[]) and ${scopeSql(context.rights.scope(actorOf(context), right), 'd', values)}`, values);
  return loadDossiers(db, rows.map((it) => it.id));
}

/** A record that the actor may see under a right. @throws Refusal 'not-found' */
export async function openRecord(db: Queryable, context: LedgerContext, right: Right, id: string): Promise<StoredDossier> {
  const found = (await openRecords(db, context, right, [id])).get(id);
  if (!found) throw new Refusal('not-found', '没有找到这条记录，可能已经删去，或不在您的查看范围之内。');
  return found;
}

/** Who declared a record and who is credited with it: whose own it is. */
export function unitsOf(dossier: Pick<StoredDossier, 'unit' | 'credits'>): string[] {
  return [...new Set([dossier.unit, ...dossier.credits.flatMap((it) => it.parts.map((one) => one.unit))])];
}
