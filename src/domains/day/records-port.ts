import type { LedgerContext } from '../../ledger/context.ts';

/** What the records do for the day; wired in `src/app`. */
export interface RecordsPort {
  /** What the actor may call some records that it sees, by id: names masked and veiled as everywhere. */
  shownNames(context: LedgerContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
