import { clock } from '../src/base/clock.ts';
import type { Database } from '../src/base/database.ts';
import type { Rights } from '../src/base/rights.ts';
import type { Day } from '../src/kernel/day.ts';
import type { LedgerContext } from '../src/ledger/context.ts';
import type { Ledger } from '../src/ledger/ledger.ts';

/** Who asks: an account of a unit, in a role. */
interface Asking {
  readonly unit: string;
  readonly role: string;
  /** Somebody new unless told. */
  readonly account?: string;
}

/** What a handler is given with a request of its own, as the http surface gives it. */
export function contextOf({ database, ledger }: { database: Database; ledger: Ledger }, today: Day, rights: Rights, { unit, role, account = crypto.randomUUID() }: Asking): LedgerContext {
  return { database, ledger, clock: clock(today), rights, actor: { account, unit, units: [unit], role }, request: crypto.randomUUID(), setSession: () => undefined, token: undefined, demo: false, wakeWorker: () => undefined };
}

/** The same person with another request. */
export function fresh(context: LedgerContext): LedgerContext {
  return { ...context, request: crypto.randomUUID() };
}
