import { Webhook } from 'standardwebhooks';
import { instant } from '../../base/clock.ts';
import type { Database } from '../../base/database.ts';
import { openText } from '../../base/sealed-value.ts';
import { transact } from '../../base/transaction.ts';
import { audit } from '../../base/audit.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type DueMessage, type Leased, leaseDue, markDelivered, markFailed, nextDue, release } from './delivery-store.ts';
import { type Outgoing, Undelivered } from './outgoing.ts';
import { secretPlace } from './webhooks.ts';

const EVERY_MS = 1_000;

/**
 * Delivers what stands in the outbox: at least once, in order to each webhook, each by itself. What is not answered with 2xx holds
 * up what stands behind it and is tried again, later each time; after the last try the webhook is paused until somebody resumes it.
 */
export class Courier {
  readonly #database: Database;
  readonly #outgoing: Outgoing;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  readonly #under = new Set<Promise<void>>();
  /** Of which an error was told: webhooks by id, and the look itself. */
  readonly #failing = new Set<string>();

  constructor(database: Database, outgoing: Outgoing) {
    this.#database = database;
    this.#outgoing = outgoing;
  }

  /** Looks each second from now on, whatever else the process does; a receiver that is slow holds up nobody else. */
  begin(): void {
    if (this.#stop.signal.aborted) return;
    this.#timer = setTimeout(() => (this.#looking = this.#again()), EVERY_MS);
  }

  /** What is under way is broken off, and delivered again by the next process. */
  async stop(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#timer);
    await this.#looking;
    await Promise.all(this.#under);
  }

  async #again(): Promise<void> {
    await this.#telling('', async () => {
      for (const it of await leaseDue(this.#database)) {
        const delivery = this.#telling(it.id, () => this.#deliverTo(it)).finally(() => this.#under.delete(delivery));
        this.#under.add(delivery);
      }
    });
    this.begin();
  }

  /** Tells of the first of errors in a row. */
  async #telling(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#failing.delete(what);
    } catch (error) {
      if (!this.#failing.has(what)) console.error('推送出错，每秒再试：', (error as { code?: string }).code ?? '', (error as Error).stack?.split('\n').slice(1, 6).join('\n'));
      this.#failing.add(what);
    }
  }

  /** Delivers all that is due now, and waits for it. */
  async round(): Promise<void> {
    const leased = await leaseDue(this.#database);
    const done = await Promise.allSettled(leased.map((it) => this.#deliverTo(it)));
    for (const it of done) if (it.status === 'rejected') throw it.reason;
  }

  async #deliverTo(webhook: Leased): Promise<void> {
    try {
      const secret = openText(this.#database, secretPlace(webhook.id), webhook.secret);
      while (!this.#stop.signal.aborted) {
        const message = await nextDue(this.#database, webhook.id);
        if (!message || !(await this.#deliver(webhook, secret, message))) return;
      }
    } finally {
      await release(this.#database, webhook.id);
    }
  }

  /** @returns whether the next one may go */
  async #deliver({ id, url }: Leased, secret: string, message: DueMessage): Promise<boolean> {
    try {
      await this.#outgoing.post(url, ...signed(secret, message), this.#stop.signal);
    } catch (error) {
      const why = error instanceof Undelivered ? error.why : error instanceof Refusal ? error.code : undefined;
      if (why === undefined) throw error;
      if (!this.#stop.signal.aborted) await this.#keepFailure(id, message, why);
      return false;
    }
    await markDelivered(this.#database, message.seq);
    return true;
  }

  async #keepFailure(webhook: string, message: DueMessage, why: string): Promise<void> {
    await transact(this.#database, async (tx) => {
      if (await markFailed(tx, webhook, message.seq, why)) return;
      await audit(tx, [{ account: null, unit: null, action: 'webhooks:give-up', objectKind: 'webhook', objectId: webhook, request: crypto.randomUUID(), detail: { why, message: message.id } }]);
    });
  }
}

/** Headers and body as Standard Webhooks defines them. */
function signed(secret: string, { id, topic, objectKind, objectId, at }: DueMessage): [headers: Record<string, string>, body: string] {
  const body = JSON.stringify({ type: topic, timestamp: at.toISOString(), data: { kind: objectKind, id: objectId } });
  const now = new Date(instant());
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Tandem-Webhooks',
    'webhook-id': `msg_${id}`,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(`msg_${id}`, now, body),
  };
  return [headers, body];
}
