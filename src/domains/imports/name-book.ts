import { codeKey, likeness, nameKey, pairsOf } from '../../kernel/firm-name.ts';
import type { MatchReason } from './terms.ts';

/** A record that rows without a number may be about. */
export interface Known {
  readonly number: string;
  /** '' where it has none. */
  readonly name: string;
  readonly creditCode: string;
}

/** A record that a row may be about, and why. */
export interface Candidate extends Known {
  readonly why: MatchReason;
}

/** The candidates of one row; `exact` where one alone is beyond doubt. */
export interface Found {
  readonly exact: Candidate | undefined;
  readonly candidates: readonly Candidate[];
}

const MOST = 8;
const ALIKE = 0.55;

/** Records by what names them. */
export class NameBook {
  readonly #known: readonly Known[];
  readonly #byCode = new Map<string, Known[]>();
  readonly #byName = new Map<string, Known[]>();
  readonly #pairs = new Map<Known, Set<string>>();
  readonly #byPair = new Map<string, Known[]>();

  constructor(known: readonly Known[]) {
    this.#known = known;
    for (const it of known) {
      push(this.#byCode, codeKey(it.creditCode), it);
      push(this.#byName, nameKey(it.name), it);
    }
  }

  /** By credit code, then by name, then by likeness. */
  find({ name, creditCode }: { name: string; creditCode: string }): Found {
    const code = codeKey(creditCode);
    const key = nameKey(name);
    const coded = code === '' ? [] : (this.#byCode.get(code) ?? []);
    const named = key === '' ? [] : (this.#byName.get(key) ?? []);
    const both = coded.filter((it) => named.includes(it));
    // A name stands for a record only where no other code speaks against it, a code only where no other name does.
    const fits =
      key === '' ? coded
      : code === '' ? named
      : both.length > 0 ? both
      : coded.length === 0 && named.every((it) => it.creditCode === '') ? named
      : [];
    const candidates = new Map<Known, Candidate['why']>();
    for (const it of both) candidates.set(it, 'same-code-and-name');
    for (const it of named) if (!candidates.has(it)) candidates.set(it, 'same-name');
    for (const it of coded) if (!candidates.has(it)) candidates.set(it, 'same-code');
    if (fits.length !== 1) for (const it of this.#alike(key)) if (!candidates.has(it)) candidates.set(it, 'alike');
    const all = [...candidates].slice(0, MOST).map(([it, why]) => ({ ...it, why }));
    return { exact: fits.length === 1 ? all.find((it) => it.number === fits[0]!.number) : undefined, candidates: all };
  }

  /** The most alike first. */
  #alike(key: string): Known[] {
    const wanted = pairsOf(key);
    if (wanted.size === 0) return [];
    if (this.#byPair.size === 0) for (const it of this.#known) for (const pair of this.#pairsOf(it)) push(this.#byPair, pair, it);
    const near = new Set([...wanted].flatMap((pair) => this.#byPair.get(pair) ?? []));
    return [...near]
      .map((it) => ({ it, alike: likeness(wanted, this.#pairsOf(it)) }))
      .filter(({ alike }) => alike >= ALIKE)
      .sort((a, b) => b.alike - a.alike || (a.it.number < b.it.number ? -1 : 1))
      .slice(0, MOST)
      .map(({ it }) => it);
  }

  #pairsOf(it: Known): Set<string> {
    const held = this.#pairs.get(it) ?? pairsOf(nameKey(it.name));
    this.#pairs.set(it, held);
    return held;
  }
}

function push(map: Map<string, Known[]>, key: string, it: Known): void {
  if (key === '') return;
  const held = map.get(key);
  if (held) held.push(it);
  else map.set(key, [it]);
}
