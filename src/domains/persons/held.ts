import type { Queryable } from '../../base/database.ts';
import { type Scope, scopeSql } from '../../base/rights.ts';
import { type Keyed, openText, sealText } from '../../base/sealed-value.ts';
import type { Transaction } from '../../base/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import { personIdsOf } from './store.ts';
import { type Detail, detailIds, details } from './terms.ts';

/** A record that names humans, and which of its fields do; its own human first. */
export interface NamingRecord {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly number: string;
  /** Who declared it and who is credited. */
  readonly units: readonly string[];
  readonly fields: readonly string[];
}

/** What is held of a human. */
export interface Held {
  /** Every row that holds something of the human, the latest first. */
  readonly ids: readonly string[];
  /** Names, the latest first: more than one where it was corrected. */
  readonly names: readonly string[];
  readonly details: Readonly<Partial<Record<Detail, string>>>;
  readonly erased: boolean;
}

type Row = { id: string; name: string; erased_at: Date | null } & Record<(typeof details)[Detail]['column'], Uint8Array | null>;

/** A record in a scope. @throws Refusal 'not-found' */
export async function namingRecord({ database, ledger }: Pick<LedgerContext, 'database' | 'ledger'>, scope: Scope, id: string, db: Queryable = database): Promise<NamingRecord> {
  const values: unknown[] = [id];
  const { rows } = await db.query<{ kind: string; number: string; units: string[] }>(
    `select d.kind, d.number, array[d.unit] || array(select c.unit from credited c where c.subject_id = d.subject_id) as units
     from dossier d where d.subject_id = $1 and ${scopeSql(scope, 'd', values)}`,
    values,
  );
  const kind = rows[0] && ledger.mechanism.vocabulary[rows[0].kind];
  if (!kind) throw new Refusal('not-found', '没有找到这条记录，可能已经删去，或不在您的办理范围之内。');
  const naming = Object.entries(kind.fields).flatMap(([field, it]) => (it.type === 'person' ? [field] : []));
  return { id, kind, number: rows[0]!.number, units: rows[0]!.units, fields: naming.sort((a, b) => Number(b === kind.nameField) - Number(a === kind.nameField)) };
}

/** The field that names the human who is meant: the record's own where none is told. @throws Refusal 'no-person' */
export function fieldMeant({ fields, kind }: NamingRecord, field: string | undefined): string {
  const meant = field ?? fields[0];
  if (meant === undefined || !fields.includes(meant)) throw new Refusal('no-person', `${kind.label}的这一项不登记个人，请从人才等登记个人的记录进入。`);
  return meant;
}

/** What is held of a human that a record names. */
export async function readHeld(db: Queryable & Keyed, record: Pick<NamingRecord, 'id'>, field: string): Promise<Held> {
  const ids = await personIdsOf(db, record.id, field);
  const { rows } = await db.query<Row>('select id, name, erased_at, phone, id_number, email from person where id = any($1::uuid[])', [ids]);
  const inOrder = ids.flatMap((id) => rows.find((it) => it.id === id) ?? []);
  const open = inOrder.filter((it) => it.erased_at === null);
  const found: Partial<Record<Detail, string>> = {};
  for (const detail of detailIds) {
    const row = open.find((it) => it[details[detail].column] !== null);
    if (row) found[detail] = openText(db, place(detail, row.id), row[details[detail].column]!);
  }
  return { ids, names: open.map((it) => it.name), details: found, erased: inOrder.length > 0 && open.length === 0 };
}

/** Keeps a detail with the human's latest row, sealed; null forgets it. */
export async function keepDetail(tx: Transaction, { ids }: Held, detail: Detail, value: string | null): Promise<void> {
  const { column } = details[detail];
  await tx.query(`update person set ${column} = null where id = any($1::uuid[]) and ${column} is not null`, [ids]);
  if (value !== null) await tx.query(`update person set ${column} = $2, kept_at = clock_timestamp() where id = $1`, [ids[0], sealText(tx, place(detail, ids[0]!), value)]);
}

function place(detail: Detail, id: string): string {
  return `person.${details[detail].column} ${id}`;
}
