import { macOf } from './audit-form.ts';
import { instant } from './clock.ts';
import { publish } from './outbox.ts';
import type { Transaction } from './transaction.ts';

/** One act as the audit keeps it. No name, phone or number of a person ever stands in it. */
export interface AuditRow {
  readonly account: string | null;
  readonly unit: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly request: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Appends audit rows in the transaction of what they tell of, and tells the outbox of the acts: the act fails where they cannot be written. */
export async function audit(tx: Transaction, rows: readonly AuditRow[]): Promise<void> {
  const keys = tx.auditKeys;
  if (!keys) throw new Error('this database was opened without audit keys, so nothing may be written through it');
  const now = instant();
  const at = `${Math.floor(now / 1000)}.${String(now % 1000).padStart(3, '0')}000`;
  const details = rows.map((it) => JSON.stringify(it.detail ?? {}));
  const published = publish(tx, rows);
  published.catch(() => undefined);
  const { rowCount } = await tx.query(
    `insert into audit (at, account_id, unit, action, object_kind, object_id, request, detail, mac)
     select $1::timestamptz, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::jsonb[], $9::bytea[])`,
    [
      new Date(now).toISOString(),
      rows.map((it) => it.account),
      rows.map((it) => it.unit),
      rows.map((it) => it.action),
      rows.map((it) => it.objectKind),
      rows.map((it) => it.objectId),
      rows.map((it) => it.request),
      details,
      rows.map((it, n) => macOf(keys.mac, { ...it, at, object_kind: it.objectKind, object_id: it.objectId, detail: JSON.parse(details[n]!) })),
    ],
  );
  // A trigger or rule of the database that swallows rows must not let the act pass.
  if (rowCount !== rows.length) throw new Error(`${rows.length} audit rows were given, ${rowCount} were kept`);
  await published;
}
