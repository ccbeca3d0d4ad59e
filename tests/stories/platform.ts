import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, type Started } from '../../src/app/start.ts';
import type { Day } from '../../src/kernel/day.ts';

/** A platform of a story's own: on a fresh data folder (or a fresh database of the server given), on any free port. */
export interface StoryPlatform {
  readonly url: string;
  readonly dataDir: string;
  /** What the process said while it started: the one-time code is in it. */
  readonly said: readonly string[];
  stop(): Promise<void>;
}

/** @param options.today fixes the day, so that windows and paces are the story's own */
export async function startPlatform(options: { demo?: boolean; today?: Day }): Promise<StoryPlatform> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem 故事 '));
  const said: string[] = [];
  const started: Started = await start({ dataDir, databaseUrl: undefined, packDir: undefined, today: options.today, port: 0, demo: options.demo ?? false }, (line) => said.push(line));
  return {
    url: started.url,
    dataDir,
    said,
    stop: async () => {
      await started.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
