import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { makeRandom } from '../registers/make-random.ts';
import { halfDone, lostWrites, sentAgainWrongly } from './oracle.ts';
import { command, onDataFolder, victims } from './running-platform.ts';
import { SentWrites, type WriteKind, writeKinds } from './sent-writes.ts';
import { enterWriters, writeAll } from './writers.ts';

/** Rounds on one data folder; more of them are made on further folders. */
const SERIES = 20;
/** 20 by itself; `npm run faults` makes 200, and then also judges how long a restart takes. */
const ROUNDS = Number(process.env['ROUNDS'] ?? SERIES);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const BACK_WITHIN_MS = 10_000;
/** So many writes are acknowledged before anything is killed. */
const AT_WORK = 20;

const series = Array.from({ length: Math.ceil(ROUNDS / SERIES) }, (_, i) => ({ seed: SEED + i, rounds: Math.min(SERIES, ROUNDS - i * SERIES) }));

it.each(series)('kill -9 during recording and importing loses nothing acknowledged and leaves nothing half done: $rounds rounds, seed $seed', { timeout: 900_000 }, ({ seed, rounds }) => onDataFolder(async (start, dataDir) => {
  const random = makeRandom(seed);
  const seen = { slowest: 0, acknowledged: 0, unanswered: 0, interrupted: 0, kinds: new Set<WriteKind>() };
  let platform = await start();
  const writers = await enterWriters(platform.url);
  for (let round = 0; round < rounds; round++) {
    const victim = victims[round % victims.length]!;
    const large = round % 4 === 0;
    const sent = new SentWrites();
    for (const client of Object.values(writers)) client.url = platform.url;
    const { end, confirming } = writeAll(writers, sent, large);
    await Promise.race([large ? confirming : sent.reach(AT_WORK), end]);
    await sleep(random.integer(0, 1_000));
    sent.dying = true;
    await platform.kill(victim);
    await end;
    // It notices and ends, so that whoever keeps services running starts it again.
    if (victim === 'database') expect(await platform.end()).toBe(1);
    platform = await start();
    seen.slowest = Math.max(seen.slowest, platform.startedIn);
    seen.acknowledged += sent.acknowledged().length;
    seen.unanswered += sent.unanswered().length;
    for (const { kind } of sent.acknowledged()) seen.kinds.add(kind);
    for (const client of Object.values(writers)) client.url = platform.url;
    const db = platform.openAsOwner();
    try {
      const told = `round ${round}, ${victim} killed${large ? ' during a large import' : ''}`;
      seen.interrupted += (await db.query("select from import where state = 'running'")).rows.length;
      expect(sent.bugs, told).toEqual([]);
      expect(sent.acknowledged().length, told).toBeGreaterThan(0);
      expect(await lostWrites(db, sent.acknowledged()), told).toEqual([]);
      expect(await sentAgainWrongly(db, sent), told).toEqual([]);
      expect(await halfDone(db), told).toEqual([]);
      expect(command(dataDir, 'audit'), told).toMatchObject({ exit: 0, text: expect.stringContaining('自查通过') });
      expect(command(dataDir, 'audit', '--log'), told).toMatchObject({ exit: 0 });
    } finally {
      await db.close();
    }
  }
  console.log(`${rounds} rounds: ${seen.acknowledged} writes acknowledged and kept, ${seen.unanswered} unanswered and sent again, ${seen.interrupted} imports interrupted, slowest restart ${Math.round(seen.slowest)} ms`);
  // Otherwise it was not tried what the title says.
  if (rounds === SERIES) expect([[...seen.kinds].sort(), seen.interrupted > 0]).toEqual([[...writeKinds].sort(), true]);
  if (process.env['ROUNDS']) expect(seen.slowest).toBeLessThan(BACK_WITHIN_MS);
}));
