/** How much of everything a run measures. */
export interface Sizes {
  /** Projects that facts are recorded about. */
  readonly projects: number;
  /** Facts recorded one after another. */
  readonly records: number;
  /** Rounds of throughput, and seconds of each. */
  readonly rounds: number;
  readonly seconds: number;
  /** Postings, in rising order. */
  readonly postings: readonly number[];
  /** Readings of a board and of a figure at each size. */
  readonly readings: number;
  /** Rows of an import, and how often it is made. */
  readonly rows: number;
  readonly imports: number;
}

export const full: Sizes = { projects: 20_000, records: 1_000, rounds: 5, seconds: 3, postings: [10_000, 100_000, 1_000_000], readings: 40, rows: 100_000, imports: 2 };
/** A minute. */
export const quick: Sizes = { projects: 2_000, records: 200, rounds: 3, seconds: 1, postings: [1_000, 10_000, 100_000], readings: 10, rows: 4_000, imports: 2 };
/** Only that it runs. */
export const tiny: Sizes = { projects: 20, records: 5, rounds: 1, seconds: 0.1, postings: [100, 200], readings: 2, rows: 240, imports: 1 };
