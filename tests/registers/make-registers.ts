import { LAYOUTS, type Layout } from './layout.ts';
import { makeActivities } from './make-activities.ts';
import { makeInvestments } from './make-investments.ts';
import { layOut } from './make-layout.ts';
import { addMistakes } from './make-mistakes.ts';
import { makeAgencies, makeDecisions, makePlatforms } from './make-platforms-and-decisions.ts';
import { makeProjects } from './make-projects.ts';
import { makeRandom } from './make-random.ts';
import { makeTalents } from './make-talents.ts';
import type { Draft, World } from './make-world.ts';
import type { RegisterSheet } from './register-sheet.ts';

interface MakeOptions {
  /** The same options give the same registers. */
  readonly seed: number;
  /** The year of the registers; rows lie in it and in the years beside it. */
  readonly year: number;
  readonly projects: number;
  /** How many rows the other registers have; each follows from `projects` where it is left out. */
  readonly talents?: number;
  readonly activities?: number;
  readonly investments?: number;
  /** The share of rows with a mistake, 0.06 where it is left out; 0 makes registers in which every row is good. */
  readonly mistakes?: number;
}

/** The good rows of a register. In the order of `LAYOUTS` but for 口径, whose thresholds the projects are made around. */
const MAKERS: readonly [string, (world: World) => Draft[]][] = [
  ['口径', makeDecisions],
  ['平台台账', makePlatforms],
  ['活动台账', makeActivities],
  ['人才台账', makeTalents],
  ['项目台账', makeProjects],
  ['投资台账', makeInvestments],
  ['中介机构', makeAgencies],
];

function layoutOf(sheet: string): Layout {
  const layout = LAYOUTS.find((other) => other.sheet === sheet);
  if (!layout) throw new Error(`no such sheet: ${sheet}`);
  return layout;
}

/**
 * A year of registers, untidy as the offices keep them, every name invented.
 * What a correct reading of them gives is for `naiveReading` to say.
 */
export function makeRegisters(options: MakeOptions): { sheets: RegisterSheet[] } {
  const { seed, year, projects } = options;
  const random = makeRandom(seed);
  const world: World = {
    random,
    year,
    sizes: {
      projects,
      talents: options.talents ?? Math.max(20, Math.ceil(projects * 0.6)),
      activities: options.activities ?? Math.max(70, Math.ceil(projects * 0.5)),
      investments: options.investments ?? Math.max(20, Math.ceil(projects * 0.3)),
    },
    platforms: [],
    activities: [],
    talents: [],
    projects: [],
    thresholds: [],
  };
  const sheets: RegisterSheet[] = [];
  for (const [sheet, make] of MAKERS) {
    const drafts = make(world);
    addMistakes(random, layoutOf(sheet), drafts, options.mistakes ?? 0.06);
    sheets.push(layOut(random, layoutOf(sheet), year, drafts));
  }
  return { sheets: random.shuffled(sheets) };
}
