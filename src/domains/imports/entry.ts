import type { Entry } from '../../ledger/statements.ts';
import type { Dossier, Value } from '../../mechanism/dossier.ts';
import type { ColumnFormat } from '../../mechanism/format/registers.ts';
import type { AcceptedRow } from './intake.ts';

/** What stands as a subject's entry. */
export function standingEntry(dossier: Dossier): Entry {
  return { fields: dossier.fields, references: dossier.references, credits: dossier.credits.find((it) => it.from === null)?.parts ?? [] };
}

/**
 * The whole entry as it should be after a row: a blank empties its field; a column that the sheet does not have leaves it.
 * @param people what stands for the row's persons, by field; @param references what stands for what it refers to, by role
 */
export function entryAfter(standing: Entry | undefined, accepted: AcceptedRow, people: Readonly<Record<string, Value | null>>, references: Readonly<Record<string, string | null>>): Entry {
  return {
    fields: filled({ ...standing?.fields, ...accepted.row.fields, ...people }),
    references: filled({ ...standing?.references, ...references }),
    credits: creditsAfter(standing, accepted),
  };
}

function filled<T>(values: Readonly<Record<string, T | null>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter((it): it is [string, T] => it[1] !== null));
}

/** Where the sheet has no column for partners or hosts, they stay as long as the unit does. */
function creditsAfter(standing: Entry | undefined, { row, found }: AcceptedRow): Entry['credits'] {
  const shares = (it: ColumnFormat): boolean => Boolean(it.partners || it.hosts);
  const told = !found.origin.columns.some(shares) || [...found.places.keys()].some(shares);
  const stays = row.credits.length === 0 || (!told && standing?.credits[0]?.unit === row.unit);
  return standing && stays ? standing.credits : row.credits;
}
