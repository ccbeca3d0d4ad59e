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

/** Appends audit rows in the transaction of what they tell of: the act fails where they cannot be written. */
export async function audit(tx: Transaction, rows: readonly AuditRow[]): Promise<void> {
  await tx.query(
    `insert into audit (account_id, unit, action, object_kind, object_id, request, detail)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::jsonb[])`,
    [
      rows.map((it) => it.account),
      rows.map((it) => it.unit),
      rows.map((it) => it.action),
      rows.map((it) => it.objectKind),
      rows.map((it) => it.objectId),
      rows.map((it) => it.request),
      rows.map((it) => JSON.stringify(it.detail ?? {})),
    ],
  );
}
