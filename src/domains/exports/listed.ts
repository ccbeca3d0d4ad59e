import type { Database } from '../../base/database.ts';
import type { Actor, Rights } from '../../base/rights.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Credit, Value } from '../../mechanism/dossier.ts';

/** What is asked of a register, as its page asks it. */
export interface ListQuery {
  readonly kind: string;
  /** It and the filters may be a person's name: never kept as they are. */
  readonly q?: string | undefined;
  readonly unit?: string | undefined;
  readonly state?: string | undefined;
  readonly year?: number | undefined;
  readonly stage?: string | undefined;
  readonly progress?: string | undefined;
  readonly cause?: string | undefined;
  readonly fields?: Readonly<Record<string, string>> | undefined;
  readonly atLeast?: Readonly<Record<string, string>> | undefined;
}

/** A record as its list shows it to who asks: persons by name (masked where the list masks them), references by number. */
export interface ListedRow {
  readonly number: string;
  /** The unit that declared it. */
  readonly unit: string;
  readonly state: string;
  readonly fields: Readonly<Record<string, Value>>;
  readonly references: Readonly<Record<string, string>>;
  /** From the start; what a transfer changed later is not in a register. */
  readonly credits: readonly Credit[];
  readonly milestones: Readonly<Record<string, string>>;
}

/** For whom a list is read, and where. */
export interface ListReader {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly rights: Rights;
  readonly actor: Actor;
}

/** The records that a list shows to an actor, in the list's order, some at a time. @throws Refusal 'not-found' where there is no such register */
export type ReadList = (reader: ListReader, query: ListQuery) => Promise<{ readonly total: number; rows(): AsyncGenerator<readonly ListedRow[]> }>;
