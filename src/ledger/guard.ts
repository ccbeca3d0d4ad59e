import type { Queryable } from '../base/database.ts';
import type { Keyed } from '../base/sealed-value.ts';
import type { Transaction } from '../base/transaction.ts';
import type { Day } from '../kernel/day.ts';
import type { Dossier, Value } from '../mechanism/dossier.ts';
import type { Mechanism } from '../mechanism/mechanism.ts';
import type { Parameters } from '../mechanism/parameters.ts';
import type { Author } from './statements.ts';

/** A record whose entry is about to be stored. */
export interface Entering {
  readonly before: Dossier | undefined;
  readonly after: Dossier;
}

/** A register's row that is about to be entered: names of humans are not yet persons. */
export interface EnteringRow {
  readonly kind: string;
  readonly number: string;
  readonly fields: Readonly<Record<string, Value | null>>;
  readonly people: Readonly<Record<string, string | null>>;
  readonly units: readonly string[];
}

/** What a domain asks of entries, whichever way they come: by hand, corrected, imported, from another system. */
export interface Guard {
  /** Asked in the transaction of the entries, before they are stored. @throws Refusal where one of them may not stand */
  admit(tx: Transaction, mechanism: Mechanism, parameters: Parameters, author: Author, entries: readonly Entering[]): Promise<void>;
  /** The same of rows, so that each is told by itself. @returns the sentence of those that may not stand, by their place */
  refusedRows(db: Queryable & Keyed, mechanism: Mechanism, today: Day, rows: readonly EnteringRow[]): Promise<ReadonlyMap<number, string>>;
}
