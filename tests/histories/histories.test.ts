import fc from 'fast-check';
import { it } from 'vitest';
import { type Command, history } from './commands.ts';
import { compare } from './compare.ts';
import { type Lane, withLane } from './lane.ts';
import { FIRST_SEED, LANES, runsPerLane, seedOf } from './runs.ts';
import { Telling } from './tell.ts';

async function tell(lane: Lane, commands: readonly Command[]): Promise<void> {
  const world = await lane.begin();
  const telling = new Telling(world);
  for (const command of commands) await telling.tell(command);
  await telling.finish();
  await compare(world, telling.chronicle, telling.frozen);
}

it.concurrent.each(LANES)('whatever happens, every figure is what the naive model computes (lane %i)', { timeout: 7_200_000 }, async (lane) => {
  const seed = seedOf(lane);
  const begun = performance.now();
  await withLane((one) => fc.assert(fc.asyncProperty(history, (commands) => tell(one, commands)), { seed, numRuns: runsPerLane(), endOnFailure: process.env['HISTORY_SHRINK'] === 'no' }));
  console.log(`lane ${lane}: ${runsPerLane()} histories, HISTORY_SEED=${FIRST_SEED}, ${((performance.now() - begun) / 1000).toFixed(1)} s`);
});
