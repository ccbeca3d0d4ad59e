import { closeStaleAccounts } from '../domains/accounts/stale.ts';
import { runWaitingPapers } from '../domains/desk/make-paper.ts';
import { runWaitingExports } from '../domains/exports/write-list.ts';
import { settleAll } from '../domains/holdings/settle.ts';
import { forgetExpiredDrafts } from '../domains/drafts/drafts.ts';
import { runWaitingImports } from '../domains/imports/run-import.ts';
import { forgetExpiredDetails } from '../domains/persons/retention.ts';
import { readListed } from '../domains/records/each-listed.ts';
import { runWaitingPreviews } from '../ledger/run-previews.ts';
import { continueDerivation } from '../ledger/revision.ts';
import { foldTotals } from '../ledger/totals.ts';
import { rights } from './rights.ts';
import type { Platform } from './platform.ts';

const ROUND_MILLISECONDS = 60_000;

/**
 * Works on what waits, one at a time and in the order of `#round`: what people wait for (imports, lists, working papers, previews), what
 * follows from a change (derivation, holdings, totals of months), and what has had its time (details of persons, drafts, unused accounts).
 * What waits is rows of the database, so it is taken up again after a stop.
 */
export class Worker {
  readonly #platform: Platform;
  #running: Promise<void> = Promise.resolve();
  #waiting = false;
  #stopped = false;
  /** Not all that waits asks for a round: totals that lag behind. */
  readonly #clock = setInterval(() => this.wake(), ROUND_MILLISECONDS).unref();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Asks for a round; a round under way is followed by another. */
  wake(): void {
    if (this.#waiting || this.#stopped) return;
    this.#waiting = true;
    this.#running = this.#running.then(() => this.#round());
  }

  /** Lets the batch under way end. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#clock);
    await this.#running;
  }

  async #round(): Promise<void> {
    this.#waiting = false;
    if (this.#stopped) return;
    try {
      await runWaitingImports(this.#platform);
      await runWaitingExports({ ...this.#platform, rights }, readListed);
      await forgetExpiredDetails(this.#platform.database);
      await forgetExpiredDrafts(this.#platform.database);
      await continueDerivation(this.#platform.database, this.#platform.ledger);
      await runWaitingPapers(this.#platform, rights);
      await runWaitingPreviews(this.#platform, () => this.#stopped);
      await settleAll(this.#platform.database, this.#platform.ledger.mechanism, this.#platform.clock.today());
      await closeStaleAccounts(this.#platform.database);
      await foldTotals(this.#platform.database);
    } catch (error) {
      console.error('后台任务出错，下次启动或有新任务时再试：', (error as Error).stack?.split('\n').slice(1, 6).join('\n'));
    }
  }
}
