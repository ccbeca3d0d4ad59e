import type { Queryable } from '../../base/database.ts';
import { type SubjectName, subjectKey } from '../../ledger/subjects.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { Importer } from './importer.ts';
import type { AcceptedRow } from './intake.ts';

/**
 * The rows that are not the importer's to import: what it does not keep the register of, that concerns other units only.
 * A row is its own where it names the unit as responsible, host or partner (a row that names none: where what it refers to does),
 * and what is registered under its number was declared by the unit or credits it.
 */
export async function foreignRows(db: Queryable, mechanism: Mechanism, rows: readonly AcceptedRow[], by: Importer): Promise<AcceptedRow[]> {
  if (by.reach === 'all') return [];
  const own = (units: readonly string[]): boolean => units.some((it) => by.units.includes(it));
  const named = new Map<string, string[]>();
  for (const it of rows) if (namesUnits(it)) named.set(keyOf(it), it.row.credits.map((one) => one.unit));
  const others = rows.filter((it) => it.found.register.keeper !== by.unit);
  const referred = (it: AcceptedRow): SubjectName[] => Object.entries(it.row.references).flatMap(([role, number]) => (number === null ? [] : [{ kind: mechanism.vocabulary[it.kind]!.references[role]!.to, number }]));
  const stored = await storedUnits(db, others.flatMap((it) => [{ kind: it.kind, number: it.row.number }, ...(namesUnits(it) ? [] : referred(it))]));
  return others.filter((it) => {
    const said = namesUnits(it) ? it.row.credits.map((one) => one.unit) : referred(it).flatMap((one) => named.get(subjectKey(one)) ?? stored.get(subjectKey(one)) ?? []);
    const held = stored.get(keyOf(it));
    return !((said.length === 0 || own(said)) && (held === undefined || own(held)));
  });
}

function namesUnits({ found }: AcceptedRow): boolean {
  return found.origin.columns.some((it) => it.unit);
}

function keyOf({ kind, row }: AcceptedRow): string {
  return subjectKey({ kind, number: row.number });
}

/** Who declared what is registered and who is credited, by `subjectKey`. */
async function storedUnits(db: Queryable, names: readonly SubjectName[]): Promise<Map<string, string[]>> {
  const { rows } = await db.query<SubjectName & { units: string[] }>(
    `select d.kind, d.number, array[d.unit] || array(select c.unit from credited c where c.subject_id = d.subject_id) as units
     from dossier d join (select distinct * from unnest($1::text[], $2::text[])) as n (kind, number) using (kind, number) where d.state <> 'withdrawn'`,
    [names.map((it) => it.kind), names.map((it) => it.number)],
  );
  return new Map(rows.map((it) => [subjectKey(it), it.units]));
}
