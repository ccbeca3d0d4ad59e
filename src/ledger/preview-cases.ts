import type { AwardCase } from '../mechanism/award.ts';
import type { Outcome } from '../mechanism/outcome.ts';

/** Before and after. */
export type Change<T> = readonly [before: T, after: T];

/** What an award case comes to: amounts in fen as decimal text, null for a no. */
export interface CaseSide {
  readonly outcome: Outcome;
  readonly min: string | null;
  readonly max: string | null;
}

/** An award case that changes, comes (nothing before) or goes (nothing after). */
export interface PreviewedCase {
  readonly award: string;
  readonly case: string;
  readonly year: number;
  readonly subject: string;
  readonly sides: Change<CaseSide | null>;
}

/** The cases of an award before and after, all of them counted. */
export interface AwardChange {
  readonly totals: Change<AwardTotal>;
  /** How many cases change, come or go. */
  readonly changed: number;
}

/** So many changed cases of an award are kept one by one. */
const KEPT = 5_000;

/** How many cases of an award are judged how, and what those that are due come to in fen. */
export interface AwardTotal {
  readonly yes: number;
  readonly unknown: number;
  readonly no: number;
  readonly min: string;
  readonly max: string;
}

/** Award cases before and after: those that differ are kept, the others only counted. */
export class CaseChanges {
  readonly kept: PreviewedCase[] = [];
  readonly #awards = new Map<string, { totals: [Counted, Counted]; changed: number }>();

  add(before: readonly AwardCase[], after: readonly AwardCase[]): void {
    const keyed = [before, after].map((list) => new Map(list.map((it) => [`${it.award} ${it.case} ${it.year}`, it])));
    for (const key of new Set([...keyed[0]!.keys(), ...keyed[1]!.keys()])) {
      const [a, b] = [keyed[0]!.get(key), keyed[1]!.get(key)];
      const { award, case: name, year, subject } = (b ?? a)!;
      const all = this.#awards.get(award) ?? { totals: [new Counted(), new Counted()], changed: 0 };
      this.#awards.set(award, all);
      all.totals[0].add(a);
      all.totals[1].add(b);
      const sides: Change<CaseSide | null> = [sideOf(a), sideOf(b)];
      if (JSON.stringify(sides[0]) === JSON.stringify(sides[1])) continue;
      if (++all.changed <= KEPT) this.kept.push({ award, case: name, year, subject, sides });
    }
  }

  awards(): Record<string, AwardChange> {
    return Object.fromEntries([...this.#awards].map(([award, { totals: [before, after], changed }]) => [award, { totals: [before.total(), after.total()], changed }]));
  }
}

class Counted {
  readonly #outcomes = { yes: 0, unknown: 0, no: 0 };
  #min = 0n;
  #max = 0n;

  add(it: AwardCase | undefined): void {
    if (!it) return;
    this.#outcomes[it.outcome]++;
    if (it.outcome !== 'yes' || !it.range) return;
    this.#min += it.range.min;
    this.#max += it.range.max;
  }

  total(): AwardTotal {
    return { ...this.#outcomes, min: String(this.#min), max: String(this.#max) };
  }
}

function sideOf(it: AwardCase | undefined): CaseSide | null {
  return it ? { outcome: it.outcome, min: it.range?.min.toString() ?? null, max: it.range?.max.toString() ?? null } : null;
}
