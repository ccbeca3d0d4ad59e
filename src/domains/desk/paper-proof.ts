import { leafOf, STORED_COLUMNS, STORED_ORDER, type StoredAuditRow } from '../../base/audit-form.ts';
import { type PathStep, pathTo } from '../../base/audit-path.ts';
import { type Seal, SEAL_COLUMNS } from '../../base/audit-seal.ts';
import type { Queryable } from '../../base/database.ts';

/** What proves that the audit's rows about some records are those that were sealed. */
export interface AuditProof {
  readonly seals: readonly Seal[];
  readonly rows: readonly { readonly row: StoredAuditRow; readonly leaf: string; /** The seal above it; null while none is. */ readonly seal: number | null; readonly path: readonly PathStep[] }[];
}

/** The audit's rows about some records, each with its way to the signed root of its seal. */
export async function proofOf(db: Queryable, subjects: readonly string[]): Promise<AuditProof> {
  const { rows: about } = await db.query<StoredAuditRow>(`select ${STORED_COLUMNS} from audit where object_kind = 'dossier' and object_id = any($1::text[]) order by ${STORED_ORDER}`, [subjects]);
  const { rows: all } = await db.query<Seal>(`select ${SEAL_COLUMNS} from audit_seal where to_xid >= $1 order by id`, [about[0]?.xid ?? '0']);
  const sealOf = (row: StoredAuditRow): Seal | undefined => all.find((it) => BigInt(it.from_xid) < BigInt(row.xid) && BigInt(row.xid) <= BigInt(it.to_xid));
  const found: { row: StoredAuditRow; leaf: string; seal: number | null; path: PathStep[] }[] = [];
  for (const [seal, rows] of Map.groupBy(about, sealOf)) {
    const under = seal === undefined ? [] : (await db.query<StoredAuditRow>(`select ${STORED_COLUMNS} from audit where xid > $1 and xid <= $2 order by ${STORED_ORDER}`, [seal.from_xid, seal.to_xid])).rows;
    const leaves = under.map(leafOf);
    for (const row of rows) found.push({ row, leaf: leafOf(row).toString('hex'), seal: seal?.id ?? null, path: seal === undefined ? [] : pathTo(leaves, under.findIndex((it) => it.seq === row.seq)) });
  }
  const used = new Set(found.map((it) => it.seal));
  return { seals: all.filter((it) => used.has(it.id)), rows: found };
}
