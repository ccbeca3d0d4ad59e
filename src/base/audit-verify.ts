import { AuditFindings, instantInChinese } from './audit-findings.ts';
import { leafOf, macHolds, STORED_COLUMNS, STORED_ORDER, type StoredAuditRow } from './audit-form.ts';
import type { AuditKeys } from './audit-keys.ts';
import { BEFORE_FIRST, hashOfSeal, type Seal, SEAL_COLUMNS, signatureHolds } from './audit-seal.ts';
import { LATE_SECONDS } from './audit-state.ts';
import { AuditTree } from './audit-tree.ts';
import { checkWitness } from './audit-verify-witness.ts';
import { sizeOfWitness, type Witness, witnessFile } from './audit-witness.ts';
import { instant } from './clock.ts';
import type { Database, Queryable } from './database.ts';

/** What the audit says of itself. */
export interface AuditReport {
  readonly rows: number;
  readonly seals: number;
  /** Rows that no seal covers yet. */
  readonly unsealed: number;
  /** When the first and the last row were written, in seconds since 1970; null where there is none. */
  readonly first: string | null;
  readonly last: string | null;
  readonly findings: AuditFindings;
}

const PAGE = 2_000;

/**
 * Verifies the audit from its first row: every mac, every root, the chain and its signatures, the witnesses, that no
 * row is there twice or waits for its seal too long, and that every write left its row. One snapshot, page by page.
 * @param patience how many seconds a row may be without a seal, and a seal without its witness
 */
export async function verifyAudit(database: Database, witnesses: readonly Witness[], patience: number = LATE_SECONDS): Promise<AuditReport> {
  const keys = database.auditKeys;
  if (!keys) throw new Error('verifying needs the audit keys');
  const findings = new AuditFindings();
  // What a witness was told before the snapshot is in the snapshot.
  const files = await Promise.all(witnesses.map(async (it) => ({ place: witnessFile(it), bytes: await sizeOfWitness(witnessFile(it)).catch(() => null) })));
  const oldest = instant() / 1000 - patience;
  return database.withClient(async (sql) => {
    await sql.query('begin isolation level repeatable read read only');
    try {
      const counted = await checkRowsAndSeals(sql, keys, oldest, findings);
      await checkCopies(sql, findings);
      await checkRequests(sql, findings);
      for (const { place, bytes } of files) {
        if (bytes === null) findings.add(`见证文件“${place}”打不开，请检查那个位置是否接上、能否读取。`);
        else await checkWitness(sql, keys, { place, bytes, oldest }, findings);
      }
      return { ...counted, findings };
    } finally {
      await sql.query('rollback');
    }
  });
}

/** Rows in the order of their transactions against the seals in the order of their ids, side by side. */
async function checkRowsAndSeals(sql: Queryable, keys: AuditKeys, oldest: number, findings: AuditFindings): Promise<Omit<AuditReport, 'findings'>> {
  const { rows: [now] } = await sql.query<{ next: string }>('select (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + "offset")::text as next from audit_epoch');
  const seals = stream<Seal>(sql, 'seals', `select ${SEAL_COLUMNS} from audit_seal order by id`);
  const counted = { rows: 0, seals: 0, unsealed: 0, first: null as string | null, last: null as string | null };
  let previous: Seal | undefined;
  let seal = (await seals.next()).value;
  let tree = new AuditTree();
  const closeSeal = async (it: Seal): Promise<void> => {
    counted.seals++;
    const faults = faultsOf(it, previous, tree, keys);
    if (faults.length > 0) findings.add(`第 ${it.id} 号封存（${instantInChinese(it.at)}，${it.rows} 行）：${faults.join('，')}。`);
    previous = it;
    seal = (await seals.next()).value;
    tree = new AuditTree();
  };
  for await (const row of stream<StoredAuditRow>(sql, 'entries', `select ${STORED_COLUMNS} from audit order by ${STORED_ORDER}`)) {
    counted.rows++;
    counted.first = counted.first ?? row.at;
    counted.last = row.at;
    while (seal && row.xid !== null && BigInt(row.xid) > BigInt(seal.to_xid ?? 0)) await closeSeal(seal);
    const fault = faultOf(row, keys, now?.next ?? '0') ?? (!seal && Number(row.at) < oldest ? '写入已久却没有封存' : undefined);
    if (fault) findings.add(`第 ${row.seq} 号记录（${instantInChinese(row.at)}，${row.action}，${row.object_kind} ${row.object_id}）：${fault}。`);
    if (seal) tree.add(leafOf(row));
    else counted.unsealed++;
  }
  while (seal) await closeSeal(seal);
  return counted;
}

function faultOf(row: StoredAuditRow, keys: AuditKeys, next: string): string | undefined {
  if (row.xid === null || BigInt(row.xid) >= BigInt(next)) return '事务编号不是数据库给的';
  // From before rows had macs: held by the first seals alone.
  if (row.xid === '0' && row.mac === null) return undefined;
  return macHolds(keys.mac, row) ? undefined : '内容与写入时的校验码不符，被改过或不是平台写的';
}

function faultsOf(seal: Seal, previous: Seal | undefined, tree: AuditTree, keys: AuditKeys): string[] {
  const before = previous ? { id: previous.id, to_xid: previous.to_xid, hash: hashOfSeal(previous) } : BEFORE_FIRST;
  const faults: [boolean, string][] = [
    [seal.id !== before.id + 1, `前一个封存应是第 ${seal.id - 1} 号，现在是第 ${before.id} 号`],
    [seal.from_xid !== before.to_xid || seal.prev !== before.hash, '与前一个封存接不上'],
    [!signatureHolds(keys, seal), '签名不对'],
    [seal.rows !== tree.leaves, `封存时有 ${seal.rows} 行，现在有 ${tree.leaves} 行`],
    [seal.root !== tree.root().toString('hex'), '所含的行与封存时不同'],
  ];
  return faults.filter(([found]) => found).map(([, sentence]) => sentence);
}

async function checkCopies(sql: Queryable, findings: AuditFindings): Promise<void> {
  const { rows } = await sql.query<{ seqs: string }>(
    "select string_agg(seq::text, '、' order by seq) as seqs from audit where mac is not null group by mac having count(*) > 1",
  );
  for (const it of rows) findings.add(`第 ${it.seqs} 号记录是同一行的复制。`);
}

async function checkRequests(sql: Queryable, findings: AuditFindings): Promise<void> {
  const { rows } = await sql.query<{ id: string; at: string }>(
    'select id, extract(epoch from at)::text as at from request r where not exists (select from audit a where a.request = r.id)',
  );
  for (const it of rows) findings.add(`请求 ${it.id}（${instantInChinese(it.at)}）已办理，却没有审计记录。`);
}

async function* stream<Row extends object>(sql: Queryable, name: string, text: string): AsyncGenerator<Row, undefined> {
  await sql.query(`declare ${name} cursor for ${text}`);
  for (;;) {
    const { rows } = await sql.query<Row>(`fetch ${PAGE} from ${name}`);
    yield* rows;
    if (rows.length < PAGE) break;
  }
  await sql.query(`close ${name}`);
  return undefined;
}
