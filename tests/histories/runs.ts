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

const first = Number(process.env['HISTORY_SEED'] ?? Date.now() % 1_000_000_000);

/** Printed with the result; `HISTORY_SEED` tells the same histories again. */
export function seedOf(lane: number): number {
  return first + lane;
}
