/** Times of one thing, in milliseconds. */
export interface Times {
  readonly median: number;
  readonly p99: number;
}

/** The middle of some numbers; of an even count the upper one. */
export function median(of: readonly number[]): number {
  return quantile(of, 0.5);
}

function quantile(of: readonly number[], share: number): number {
  const sorted = [...of].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/**
 * Does several things in turn, round after round, so that what else happens on the machine meets all of them alike.
 * @param warmUp rounds before the first that counts
 */
export async function inTurn<Name extends string>(rounds: number, things: Readonly<Record<Name, () => Promise<unknown>>>, warmUp = 20): Promise<Record<Name, Times>> {
  const taken = new Map<Name, number[]>();
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, work] of Object.entries(things) as [Name, () => Promise<unknown>][]) {
      const begun = performance.now();
      await work();
      if (round >= 0) taken.set(name, [...(taken.get(name) ?? []), performance.now() - begun]);
    }
  }
  return Object.fromEntries([...taken].map(([name, all]) => [name, { median: median(all), p99: quantile(all, 0.99) }])) as Record<Name, Times>;
}

/** How often a second each of several things is done by so many clients at once: the median of rounds in turn. */
export async function ratesInTurn<Name extends string>(rounds: number, seconds: number, clients: number, things: Readonly<Record<Name, () => Promise<unknown>>>): Promise<Record<Name, number>> {
  const rates = new Map<Name, number[]>();
  for (let round = -1; round < rounds; round++) {
    for (const [name, work] of Object.entries(things) as [Name, () => Promise<unknown>][]) {
      const rate = await rateOf(seconds, clients, work);
      if (round >= 0) rates.set(name, [...(rates.get(name) ?? []), rate]);
    }
  }
  return Object.fromEntries([...rates].map(([name, all]) => [name, median(all)])) as Record<Name, number>;
}

async function rateOf(seconds: number, clients: number, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let done = 0;
  await Promise.all(Array.from({ length: clients }, async () => {
    while (performance.now() < until) {
      await work();
      done++;
    }
  }));
  return (done / (performance.now() - begun)) * 1000;
}
