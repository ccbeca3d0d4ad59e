import type { Queryable } from '../../base/database.ts';
import type { Right } from '../../base/rights.ts';
import type { Transaction } from '../../base/transaction.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { StoredDossier } from '../../ledger/dossiers.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';

/** What this domain asks of the records, handed in by the app. */
export interface RecordsPort {
  /** Locks a record that the actor may read and, by a right, change. @throws Refusal 'not-found', 'forbidden', 'withdrawn' */
  openForChange(tx: Transaction, context: LedgerContext, right: Right, id: string): Promise<StoredDossier>;
  /** @param what will be kept for good, in words @throws Refusal 'tells-of-human' */
  refuseTelling(db: Queryable, kind: SubjectKind, fields: readonly Dossier['fields'][], texts: readonly (string | undefined)[], what?: string): Promise<void>;
}
