import type { Context } from '../base/context.ts';
import type { Ledger } from './ledger.ts';

/** What handlers of domains that stand on the ledger are given. */
export interface LedgerContext extends Context {
  readonly ledger: Ledger;
  /** Asks that what waits be worked on: derivations, imports. Returns at once. */
  wakeWorker(): void;
}
