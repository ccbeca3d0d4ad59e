import { createHash, sign, verify } from 'node:crypto';
import { leafOf, STORED_COLUMNS, STORED_ORDER, type StoredAuditRow } from './audit-form.ts';
import type { AuditKeys } from './audit-keys.ts';
import { AuditTree } from './audit-tree.ts';
import { instant } from './clock.ts';
import type { Database, Queryable } from './database.ts';
import { transact, type Transaction } from './transaction.ts';

/** One seal over the rows with from_xid < xid <= to_xid. Numbers that may pass 2^53 are text; bytes are hex. */
export interface Seal {
  /** 1, 2, 3 … without gaps. */
  readonly id: number;
  readonly from_xid: string;
  readonly to_xid: string;
  readonly rows: number;
  readonly root: string;
  /** The hash of the seal before. */
  readonly prev: string;
  /** Seconds since 1970 with six decimals. */
  readonly at: string;
  /** The id of the key. */
  readonly key: string;
  readonly signature: string;
}

/** What to select from `audit_seal` for a Seal. */
export const SEAL_COLUMNS = `id::float8 as id, from_xid::text, to_xid::text, rows::float8 as rows, encode(root, 'hex') as root, encode(prev, 'hex') as prev,
  extract(epoch from at)::text as at, key, encode(signature, 'hex') as signature`;

/** What stands before the first seal. Rows from before seals have xid 0. */
export const BEFORE_FIRST = { id: 0, to_xid: '-1', hash: '0'.repeat(64) } as const;

/** One sealer at a time, of whichever process. */
const LOCK = 732_005;
const BATCH = 1_000;
const PAGE = 2_000;

/** The hash that the signature covers and the next seal names, in hex. */
export function hashOfSeal({ id, from_xid, to_xid, rows, root, prev, at, key }: Omit<Seal, 'signature'>): string {
  return createHash('sha256').update('\u0002').update(JSON.stringify([id, from_xid, to_xid, rows, root, prev, at, key])).digest('hex');
}

/** Whether a seal was signed by this key. */
export function signatureHolds(keys: AuditKeys, seal: Seal): boolean {
  const signature = Buffer.from(String(seal.signature), 'hex');
  return seal.key === keys.id && verify(null, Buffer.from(hashOfSeal(seal), 'hex'), keys.checking, signature);
}

/**
 * Puts the next rows under a seal: those of transactions before which none is under way any more, so none can come late.
 * @returns how many rows; 0 where there are none, or another process is sealing
 */
export async function sealNext(database: Database): Promise<number> {
  const keys = database.auditKeys;
  if (!keys) throw new Error('sealing needs the audit keys');
  return transact(database, async (tx) => {
    const { rows: [lock] } = await tx.query<{ held: boolean }>('select pg_try_advisory_xact_lock($1) as held', [LOCK]);
    if (!lock!.held) return 0;
    const last = await lastSeal(tx);
    const from = last?.to_xid ?? BEFORE_FIRST.to_xid;
    const { rows: [next] } = await tx.query<{ to_xid: string | null }>(
      `select max(xid)::text as to_xid from (
         select xid from audit
         where xid > $1 and xid < (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + "offset" from audit_epoch)
         order by xid, seq limit $2)`,
      [from, BATCH],
    );
    if (next!.to_xid === null) return 0;
    const tree = await treeOf(tx, from, next!.to_xid);
    const now = instant();
    const unsigned = {
      id: (last?.id ?? BEFORE_FIRST.id) + 1,
      from_xid: from,
      to_xid: next!.to_xid,
      rows: tree.leaves,
      root: tree.root().toString('hex'),
      prev: last ? hashOfSeal(last) : BEFORE_FIRST.hash,
      at: `${Math.floor(now / 1000)}.${String(now % 1000).padStart(3, '0')}000`,
      key: keys.id,
    };
    const signature = sign(null, Buffer.from(hashOfSeal(unsigned), 'hex'), keys.signing);
    await tx.query(
      `insert into audit_seal (id, from_xid, to_xid, rows, root, prev, at, key, signature)
       values ($1, $2, $3, $4, decode($5, 'hex'), decode($6, 'hex'), $7, $8, $9)`,
      [unsigned.id, from, unsigned.to_xid, unsigned.rows, unsigned.root, unsigned.prev, new Date(now).toISOString(), keys.id, signature],
    );
    return tree.leaves;
  });
}

async function lastSeal(sql: Queryable): Promise<Seal | undefined> {
  return (await sql.query<Seal>(`select ${SEAL_COLUMNS} from audit_seal order by id desc limit 1`)).rows[0];
}

async function treeOf(tx: Transaction, from: string, to: string): Promise<AuditTree> {
  const tree = new AuditTree();
  await tx.query(`declare rows_to_seal cursor for select ${STORED_COLUMNS} from audit where xid > ${BigInt(from)} and xid <= ${BigInt(to)} order by ${STORED_ORDER}`);
  for (;;) {
    const { rows } = await tx.query<StoredAuditRow>(`fetch ${PAGE} from rows_to_seal`);
    for (const row of rows) tree.add(leafOf(row));
    if (rows.length < PAGE) break;
  }
  await tx.query('close rows_to_seal');
  return tree;
}
