import { generateKeyPairSync, sign } from 'node:crypto';
import { leafOf, STORED_COLUMNS, STORED_ORDER, type StoredAuditRow } from '../../src/base/audit-form.ts';
import { BEFORE_FIRST, hashOfSeal, type Seal, SEAL_COLUMNS } from '../../src/base/audit-seal.ts';
import { AuditTree } from '../../src/base/audit-tree.ts';
import type { Queryable } from '../../src/base/database.ts';

/** A whole number in [0, below). */
export type Dice = (below: number) => number;

/** One thing that the database's owner may do to the audit, inside a transaction; tells what it did. */
export type Tampering = (sql: Queryable, dice: Dice) => Promise<string>;

/** Where a row may have nothing; to empty it may change nothing. */
const MAY_BE_EMPTY = ['account_id', 'unit', 'mac'];
const COLUMNS = ['at', 'account_id', 'unit', 'action', 'object_kind', 'object_id', 'request', 'detail', 'mac'];

/** For each column, a value that the row surely does not have. */
const OTHER: Record<string, string> = {
  seq: '-seq',
  xid: 'xid + 1',
  at: "at + interval '1 microsecond'",
  account_id: 'gen_random_uuid()',
  unit: "coalesce(unit, '') || '甲'",
  action: "action || ' '",
  object_kind: "object_kind || 'x'",
  object_id: 'reverse(object_id) || 1',
  request: 'gen_random_uuid()',
  detail: `detail || '{"amount": -1}'`,
  mac: "set_byte(coalesce(mac, '\\x00'), 0, (get_byte(coalesce(mac, '\\x00'), 0) + 1) % 256)",
};
const OTHER_OF_SEAL: Record<string, string> = {
  id: 'id + 1000',
  from_xid: 'from_xid - 1',
  to_xid: 'to_xid + 1',
  rows: 'rows + 1',
  root: 'set_byte(root, 0, (get_byte(root, 0) + 1) % 256)',
  prev: 'set_byte(prev, 31, (get_byte(prev, 31) + 1) % 256)',
  at: "at + interval '1 second'",
  key: "key || 'x'",
  signature: 'set_byte(signature, 5, (get_byte(signature, 5) + 1) % 256)',
};

const edit: Tampering = async (sql, dice) => {
  const row = await anyOf(sql, 'audit', dice);
  const column = pick(Object.keys(OTHER), dice);
  await sql.query(`update audit set ${column} = ${dice(5) === 0 && !MAY_BE_EMPTY.includes(column) ? 'null' : OTHER[column]} where ctid = $1`, [row]);
  return `edit ${column}`;
};

const editDetailOfNumber: Tampering = async (sql) => {
  const { rowCount } = await sql.query(`update audit set detail = jsonb_set(detail, '{share}', '0.50') where ctid = (select ctid from audit where detail ? 'share' limit 1)`);
  return `the same number written differently in ${rowCount} row`;
};

const remove: Tampering = async (sql, dice) => {
  const many = 1 + dice(5);
  for (let n = 0; n < many; n++) await sql.query('delete from audit where ctid = $1', [await anyOf(sql, 'audit', dice)]);
  return `delete ${many}`;
};

const swap: Tampering = async (sql, dice) => {
  const [one, other] = await twoOf(sql, dice);
  const columns = pick([['seq'], ['xid'], COLUMNS, ['seq', 'xid'], ['at'], ['mac'], ['detail', 'mac', 'at']], dice);
  const [a, b] = (await sql.query<Record<string, string>>(`select * from audit where ctid in ($1, $2)`, [one, other])).rows;
  if (columns.every((it) => String(JSON.stringify(a![it])) === String(JSON.stringify(b![it])))) return edit(sql, dice);
  const list = columns.join(', ');
  await sql.query(`update audit t set (${list}) = (select ${list} from audit s where s.ctid = case when t.ctid = $1 then $2::tid else $1::tid end) where ctid in ($1, $2)`, [one, other]);
  return `swap ${list}`;
};

const insert: Tampering = async (sql, dice) => {
  const row = await anyOf(sql, 'audit', dice);
  const kind = pick(['copy at the end', 'copy beside', 'no mac', 'mac of another', 'old and without mac', 'no xid', 'from the future'], dice);
  const xid = { 'copy beside': 'xid', 'old and without mac': '0', 'no xid': 'null', 'from the future': 'xid + 1000000' }[kind] ?? '(select max(xid) + 1 from audit)';
  const mac = { 'no mac': 'null', 'old and without mac': 'null' }[kind] ?? 'mac';
  const action = kind.startsWith('copy') ? 'action' : "'accounts:create'";
  await sql.query(
    `insert into audit (seq, xid, at, account_id, unit, action, object_kind, object_id, request, detail, mac)
     select (select max(seq) + 1 from audit), ${xid}, at, account_id, unit, ${action}, object_kind, object_id, request, detail, ${mac} from audit where ctid = $1`,
    // A row from before macs can be told from its copy only where it is sealed.
    [kind === 'copy at the end' ? await anyOf(sql, 'audit where mac is not null', dice) : row],
  );
  return `insert ${kind}`;
};

/** The tail of rows, with or without their seals and their requests. */
const cut: Tampering = async (sql, dice) => {
  const { rows } = await sql.query<{ to_xid: string }>('select to_xid::text from audit_seal order by id');
  const from = dice(rows.length + 1) === 0 ? '-1' : pick(rows.slice(0, -1), dice).to_xid;
  const what = pick(['rows', 'rows and seals', 'rows, seals and requests', 'seals'], dice);
  if (what === 'rows, seals and requests') await sql.query('delete from request where id in (select request from audit where xid > $1)', [from]);
  if (what !== 'seals') await sql.query('delete from audit where xid > $1', [from]);
  if (what !== 'rows') await sql.query('delete from audit_seal where to_xid > $1', [from]);
  return `cut ${what} after ${from}`;
};

const editSeal: Tampering = async (sql, dice) => {
  const column = pick(Object.keys(OTHER_OF_SEAL), dice);
  await sql.query(`update audit_seal set ${column} = ${OTHER_OF_SEAL[column]} where ctid = $1`, [await anyOf(sql, 'audit_seal', dice)]);
  return `edit seal's ${column}`;
};

const removeSeal: Tampering = async (sql, dice) => {
  await sql.query('delete from audit_seal where ctid = $1', [await anyOf(sql, 'audit_seal', dice)]);
  return 'delete a seal';
};

/** Changes a row, then makes every seal anew: roots, hashes of the seals before, and signatures as far as they can be had. */
const chainAgain: Tampering = async (sql, dice) => {
  const before = dice(2) === 0 ? await edit(sql, dice) : await remove(sql, dice);
  const signing = pick(['as they were', 'of another key', 'of another key under its own name'], dice);
  const { privateKey } = generateKeyPairSync('ed25519');
  let last: Seal | undefined;
  for (const seal of (await sql.query<Seal>(`select ${SEAL_COLUMNS} from audit_seal order by id`)).rows) {
    const tree = new AuditTree();
    const { rows } = await sql.query<StoredAuditRow>(`select ${STORED_COLUMNS} from audit where xid > $1 and xid <= $2 order by ${STORED_ORDER}`, [seal.from_xid, seal.to_xid]);
    for (const row of rows) tree.add(leafOf(row));
    const key = signing.endsWith('name') ? '0123456789abcdef' : seal.key;
    const made: Seal = { ...seal, key, rows: tree.leaves, root: tree.root().toString('hex'), prev: last ? hashOfSeal(last) : BEFORE_FIRST.hash };
    const signature = signing === 'as they were' ? seal.signature : sign(null, Buffer.from(hashOfSeal(made), 'hex'), privateKey).toString('hex');
    await sql.query(`update audit_seal set key = $2, rows = $3, root = decode($4, 'hex'), prev = decode($5, 'hex'), signature = decode($6, 'hex') where id = $1`, [seal.id, key, made.rows, made.root, made.prev, signature]);
    last = { ...made, signature };
  }
  return `${before}, chained again with signatures ${signing}`;
};

/** Every kind; the plain ones more often. */
export const TAMPERINGS: readonly Tampering[] = [edit, edit, edit, editDetailOfNumber, remove, swap, swap, insert, insert, cut, editSeal, removeSeal, chainAgain, chainAgain];

function pick<T>(list: readonly T[], dice: Dice): T {
  return list[dice(list.length)]!;
}

async function anyOf(sql: Queryable, from: string, dice: Dice): Promise<string> {
  const { rows } = await sql.query<{ ctid: string }>(`select ctid::text from ${from} order by 1`);
  return pick(rows, dice).ctid;
}

async function twoOf(sql: Queryable, dice: Dice): Promise<[string, string]> {
  const one = await anyOf(sql, 'audit', dice);
  for (;;) {
    const other = await anyOf(sql, 'audit', dice);
    if (other !== one) return [one, other];
  }
}
