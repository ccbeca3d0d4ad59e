import type { Day } from '../kernel/day.ts';
import type { Posting, Standing } from '../mechanism/dossier.ts';
import type { Sum } from '../mechanism/figure.ts';

type Days = Map<Day, { quantity: bigint; doubt: number }>;

/** Postings held in memory and summed as the ledger sums its own: what figures would be if they stood there. */
export class PostingSums {
  readonly #owners = new Map<string, Days>();

  add(posting: Pick<Posting, 'measure' | 'owner' | 'standing' | 'day' | 'quantity' | 'doubt'>): void {
    const key = [posting.measure, posting.owner, posting.standing].join(' ');
    const days: Days = this.#owners.get(key) ?? new Map();
    this.#owners.set(key, days);
    const held = days.get(posting.day) ?? { quantity: 0n, doubt: 0 };
    days.set(posting.day, { quantity: held.quantity + posting.quantity, doubt: held.doubt + posting.doubt });
  }

  /** @param from null: from the beginning */
  sum(measure: string, owners: readonly string[], standing: Standing, from: Day | null, to: Day): Sum {
    let quantity = 0n;
    let doubt = 0;
    for (const owner of owners) {
      for (const [day, it] of this.#owners.get([measure, owner, standing].join(' ')) ?? []) {
        if (day > to || (from !== null && day < from)) continue;
        quantity += it.quantity;
        doubt += it.doubt;
      }
    }
    return { quantity, doubt };
  }

  /** For each measure, the days on which its sums differ from another's. */
  differs(other: PostingSums): Map<string, Set<Day>> {
    const found = new Map<string, Set<Day>>();
    for (const key of new Set([...this.#owners.keys(), ...other.#owners.keys()])) {
      const [mine, others] = [this.#owners.get(key), other.#owners.get(key)];
      const measure = key.split(' ')[0]!;
      for (const day of new Set([...(mine?.keys() ?? []), ...(others?.keys() ?? [])])) {
        const [a, b] = [mine?.get(day), others?.get(day)];
        if ((a?.quantity ?? 0n) === (b?.quantity ?? 0n) && (a?.doubt ?? 0) === (b?.doubt ?? 0)) continue;
        found.set(measure, (found.get(measure) ?? new Set()).add(day));
      }
    }
    return found;
  }
}
