/** Lanes run beside each other, so that one computes while another waits for the database. */
export const LANES = [1, 2];

/** In the normal run; `HISTORIES=2000` tells that many. */
const USUAL = 150;

/** How many histories one lane tells. */
export function runsPerLane(): number {
  return Math.ceil(Number(process.env['HISTORIES'] ?? USUAL) / LANES.length);
}

/** How often two writers, and four, write at once. */
export function concurrentRuns(): number {
  return Math.ceil(Number(process.env['HISTORIES'] ?? USUAL) / 8);
}

/** Printed with every result; `HISTORY_SEED` tells the same histories again. */
export const FIRST_SEED = Number(process.env['HISTORY_SEED'] ?? Date.now() % 1_000_000_000);

/** The seed of a lane, as fast-check names it where a history fails. */
export function seedOf(lane: number): number {
  return FIRST_SEED + lane;
}
