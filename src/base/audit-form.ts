import { createHash, createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';

/** What an act's mac covers. `at` is seconds since 1970 with six decimals, `detail` any JSON. */
export interface AuditContent {
  readonly at: string;
  readonly account: string | null;
  readonly unit: string | null;
  readonly action: string;
  readonly object_kind: string;
  readonly object_id: string;
  readonly request: string;
  readonly detail: unknown;
}

/** An audit row as the database holds it: each column as its text, `mac` in hex. */
export interface StoredAuditRow extends AuditContent {
  readonly seq: string;
  readonly xid: string;
  readonly detail: string;
  readonly mac: string | null;
}

/** What to select from `audit` for a StoredAuditRow; the same text under any setting of the session. */
export const STORED_COLUMNS = `seq::text, xid::text, extract(epoch from at)::text as at, account_id::text as account, unit,
  action, object_kind, object_id, request::text, detail::text, encode(mac, 'hex') as mac`;

/** The order in which rows are sealed. Named with the table: by themselves the names would mean the texts above. */
export const STORED_ORDER = 'audit.xid, audit.seq';

/** 16 random bytes, so that no two rows have the same mac and a copied row shows. */
const SALT = 16;

/** The mac of a row: its salt, then HMAC-SHA256 over salt and content. */
export function macOf(key: KeyObject, content: AuditContent, salt: Buffer = randomBytes(SALT)): Buffer {
  const { at, account, unit, action, object_kind, object_id, request, detail } = content;
  const text = canonical([at, account?.toLowerCase() ?? null, unit, action, object_kind, object_id, request.toLowerCase(), detail]);
  return Buffer.concat([salt, createHmac('sha256', key).update(salt).update(text).digest()]);
}

/** Whether a stored row says what it said when the app wrote it. */
export function macHolds(key: KeyObject, row: StoredAuditRow): boolean {
  const held = Buffer.from(row.mac ?? '', 'hex');
  if (held.length !== SALT + 32 || row.request === null || row.detail === null) return false;
  return timingSafeEqual(held, macOf(key, { ...row, detail: JSON.parse(row.detail) }, held.subarray(0, SALT)));
}

/** The leaf of a row in its seal's tree: every column, as it stands. */
export function leafOf({ seq, xid, at, account, unit, action, object_kind, object_id, request, detail, mac }: StoredAuditRow): Buffer {
  return createHash('sha256').update('\0').update(JSON.stringify([seq, xid, at, account, unit, action, object_kind, object_id, request, detail, mac])).digest();
}

/** JSON with sorted keys: the same for what was given and for what `jsonb` gives back. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, it]) => `${JSON.stringify(key)}:${canonical(it)}`).join(',')}}`;
}
