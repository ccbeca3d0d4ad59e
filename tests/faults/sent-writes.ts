import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, ApiClient } from './api-client.ts';

/** What a write leaves in the database; each kind is looked for in its own table. */
export const writeKinds = ['correction', 'verdict', 'evidence', 'preview', 'confirmation', 'account'] as const;
export type WriteKind = (typeof writeKinds)[number];

/** One write as it was sent: the same can be sent again. */
export interface SentWrite {
  readonly request: string;
  readonly kind: WriteKind;
  readonly client: ApiClient;
  readonly path: string;
  readonly body: unknown;
  /** Absent: no answer came, so nobody knows whether it happened. */
  answer?: Answer;
}

/** Everything that was sent, and what was acknowledged of it. */
export class SentWrites {
  readonly all: SentWrite[] = [];
  /** Set before a kill: what fails from then on fails because of it. */
  dying = false;
  /** Server errors while nobody was being killed. */
  readonly bugs: string[] = [];

  /** Sends a write with a request id of its own and keeps the answer. @throws Error where the connection breaks */
  async send(client: ApiClient, kind: WriteKind, path: string, body: unknown): Promise<Answer> {
    const sent: SentWrite = { request: crypto.randomUUID(), kind, client, path, body };
    this.all.push(sent);
    const answer = await client.post(path, body, sent.request);
    // A 500 is no acknowledgement: its transaction may have been committed all the same.
    if (answer.status < 500) sent.answer = answer;
    else if (!this.dying) this.bugs.push(`${kind}: ${JSON.stringify(answer.body)}`);
    return answer;
  }

  acknowledged(): SentWrite[] {
    return this.all.filter((it) => it.answer?.status === 200);
  }

  /** Waits until so many are acknowledged, for the sake of what happens next. @throws Error where they are not within a minute */
  async reach(count: number): Promise<void> {
    for (const began = Date.now(); this.acknowledged().length < count; await sleep(1)) {
      if (Date.now() - began > 60_000) throw new Error(`only ${this.acknowledged().length} writes were acknowledged: ${JSON.stringify(this.all.at(-1)?.answer)}`);
    }
  }

  unanswered(): SentWrite[] {
    return this.all.filter((it) => !it.answer);
  }
}
