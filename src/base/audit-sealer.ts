import { sealNext } from './audit-seal.ts';
import { tellWitness, type Witness } from './audit-witness.ts';
import type { Database } from './database.ts';

const EVERY_MS = 1_000;

/** Seals what is committed and tells the witnesses; where one of them cannot be told, the others are. @throws what went wrong, at the end */
export async function sealAll(database: Database, witnesses: readonly Witness[]): Promise<void> {
  while ((await sealNext(database)) > 0);
  const failed: unknown[] = [];
  for (const witness of witnesses) await tellWitness(database, witness).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw failed[0];
}

/** Seals each second, whatever else the process does. */
export class Sealer {
  readonly #seal: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;
  #failing = false;

  constructor(database: Database, witnesses: readonly Witness[]) {
    this.#seal = () => sealAll(database, witnesses);
    this.#wait(0);
  }

  /** Lets the round under way end. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #wait(milliseconds: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => (this.#running = this.#round()), milliseconds);
  }

  async #round(): Promise<void> {
    try {
      await this.#seal();
      if (this.#failing) console.error('审计日志的封存和见证已恢复。');
      this.#failing = false;
    } catch (error) {
      // Told once; how long it lasts is what sealState says.
      if (!this.#failing) console.error('审计日志没有封存，或见证没有写下，每秒再试：', (error as { code?: string }).code ?? '', (error as Error).stack?.split('\n').slice(1, 6).join('\n'));
      this.#failing = true;
    }
    this.#wait(EVERY_MS);
  }
}
