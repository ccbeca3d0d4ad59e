import { runWaitingImports } from '../domains/imports/run-import.ts';
import { continueDerivation } from '../ledger/revision.ts';
import type { Platform } from './platform.ts';

/**
 * Works on what waits: imports that were confirmed, and derivation under a new revision. What waits is rows of the
 * database, so it is taken up again after a stop; one at a time.
 */
export class Worker {
  readonly #platform: Platform;
  #running: Promise<void> = Promise.resolve();
  #waiting = false;
  #stopped = false;

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
    await this.#running;
  }

  async #round(): Promise<void> {
    this.#waiting = false;
    if (this.#stopped) return;
    try {
      await runWaitingImports(this.#platform);
      await continueDerivation(this.#platform.database, this.#platform.ledger);
    } catch (error) {
      console.error('后台任务出错，下次启动或有新任务时再试：', (error as Error).stack?.split('\n').slice(1, 6).join('\n'));
    }
  }
}
