import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import type { LayoutFormat } from '../../mechanism/format/layouts.ts';

/** A column of a layout that a unit keeps: one of the register, under a heading and a group of its own. */
export interface KeptColumn {
  readonly of: string;
  readonly heading: string;
  readonly group?: string | undefined;
}

/** A layout that a unit keeps for itself. */
export interface KeptLayout extends LayoutFormat {
  readonly columns: KeptColumn[];
  readonly version: number;
}

/** The layouts that a unit keeps, by register and name. */
export async function unitLayouts(db: Queryable, unit: string): Promise<KeptLayout[]> {
  const { rows } = await db.query<KeptLayout>('select id, label, register, title, columns, version from layout where unit = $1 and ended_at is null order by register, label', [unit]);
  return rows;
}

/** @returns undefined where the unit keeps another one of that name */
export async function insertLayout(tx: Transaction, unit: string, account: string, { register, label, title, columns }: Omit<KeptLayout, 'id' | 'version'>): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    'insert into layout (unit, register, label, title, columns, made_by) values ($1, $2, $3, $4, $5, $6) on conflict (unit, register, label) where ended_at is null do nothing returning id',
    [unit, register, label, title, JSON.stringify(columns), account],
  );
  return rows[0]?.id;
}

/** Changes what stands as it was seen. @returns false where somebody changed it since, or it is not the unit's */
export async function updateLayout(tx: Transaction, unit: string, { id, version, label, title, columns }: Omit<KeptLayout, 'register'>): Promise<boolean> {
  const { rowCount } = await tx.query('update layout set label = $4, title = $5, columns = $6, version = version + 1 where id = $1 and unit = $2 and version = $3 and ended_at is null', [id, unit, version, label, title, JSON.stringify(columns)]);
  return rowCount === 1;
}

export async function endLayout(tx: Transaction, unit: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.query('update layout set ended_at = clock_timestamp() where id = $1 and unit = $2 and ended_at is null', [id, unit]);
  return rowCount === 1;
}
