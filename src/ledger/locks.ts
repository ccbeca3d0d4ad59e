import type { Transaction } from '../base/transaction.ts';
import type { Mechanism } from '../mechanism/mechanism.ts';
import { type Edge, type Reached, walkAround, walkForth } from './walks.ts';

/** The subjects that a transaction has locked: for writing, or so that what was read of them stays. */
export class SubjectLocks {
  readonly #tx: Transaction;
  readonly #write = new Set<string>();
  readonly #read = new Set<string>();

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  /** Locks those that are not locked yet, all in one order, whatever the lock: whoever takes all at once never meets another crosswise. */
  async take(write: Iterable<string>, read: Iterable<string>): Promise<void> {
    const wanted = new Map<string, boolean>();
    for (const id of read) if (!this.#write.has(id) && !this.#read.has(id)) wanted.set(id, false);
    for (const id of write) if (!this.#write.has(id)) wanted.set(id, true);
    if (wanted.size === 0) return;
    await this.#tx.query(
      `select from (select id, write from unnest($1::uuid[], $2::boolean[]) as w (id, write) order by id) w
       left join lateral (select 1 from subject s where s.id = w.id and w.write for update) a on true
       left join lateral (select 1 from subject s where s.id = w.id and not w.write for share) b on true`,
      [[...wanted.keys()], [...wanted.values()]],
    );
    for (const [id, write] of wanted) (write ? this.#write : this.#read).add(id);
  }

}

/**
 * What to lock round subjects that are to be written, as the references stand now: those whose rules read them, and what all their rules read.
 * They may move before the locks are had: whoever relies on them walks again, and takes what is missing.
 * @param beside references that are about to be written
 */
export async function reachAround(tx: Transaction, mechanism: Mechanism, subjects: readonly Reached[], beside: readonly Edge[]): Promise<{ write: string[]; read: string[] }> {
  const { edges, readers } = await walkAround(tx, mechanism, subjects, beside);
  const theirs = await walkForth(tx, mechanism, readers, beside);
  return { write: [...subjects, ...readers].map((it) => it.id), read: [...edges, ...theirs, ...beside].flatMap((it) => [it.from_id, it.to_id]) };
}
