import { ownUnits } from '../../mechanism/certification.ts';
import type { Dossier } from '../../mechanism/dossier.ts';

/** What tells who stands behind a lead. */
export const VEILED_FIELDS: readonly string[] = ['name', 'investor', 'creditCode', 'contact', 'controller'];

/** Whether a reader knows a lead by its code name alone: it has one, is not signed, and is not of the reader's units. */
export function isVeiled(dossier: Pick<Dossier, 'unit' | 'credits' | 'milestones' | 'fields'>, units: readonly string[]): boolean {
  return typeof dossier.fields['codeName'] === 'string' && !dossier.milestones['signed'] && !ownUnits(dossier).some((it) => units.includes(it));
}

/** The same of the `dossier` row `d`; the units are appended to the query's values. */
export function veiledSql(units: readonly string[], values: unknown[]): string {
  const own = `any($${values.push(units)}::text[])`;
  return `(d.body -> 'fields' ? 'codeName' and not d.body -> 'milestones' ? 'signed' and not d.unit = ${own} and not exists (select from credited v where v.subject_id = d.subject_id and v.unit = ${own}))`;
}
