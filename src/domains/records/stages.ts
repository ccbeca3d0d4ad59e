import type { Dossier } from '../../mechanism/dossier.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';

/** A group of milestones that boards and filters speak of: 在谈. */
export interface Stage {
  readonly label: string;
  readonly milestones: readonly string[];
}

/** The stages of a kind in their order: as its longest course has them, what only others have behind. None where it goes no course. */
export function stagesOf({ courses }: Pick<Mechanism, 'courses'>, kind: string): Stage[] {
  const own = courses.filter((it) => it.format.subject === kind).map((it) => it.format.gates);
  const found = new Map<string, string[]>();
  for (const gates of own.sort((a, b) => b.length - a.length)) {
    for (const { stage, milestone } of gates) {
      if ([...found.values()].some((it) => it.includes(milestone))) continue;
      found.set(stage, [...(found.get(stage) ?? []), milestone]);
    }
  }
  return [...found].map(([label, milestones]) => ({ label, milestones }));
}

/** The furthest stage that a subject has reached; the first where it has reached none. Undefined where its kind has no stages. */
export function stageOf(stages: readonly Stage[], dossier: Pick<Dossier, 'milestones'>): string | undefined {
  return (stages.findLast((it) => it.milestones.some((one) => dossier.milestones[one])) ?? stages[0])?.label;
}

/** As `stageOf` has it, of the `dossier` row `d`. @param say takes a value and answers its place */
export function stageSql(stages: readonly Stage[], say: (value: unknown) => string): string {
  const cases = stages.slice(1).reverse().map((it) => `when d.body -> 'milestones' ?| ${say([...it.milestones])}::text[] then ${say(it.label)}::text`);
  const first = `${say(stages[0]?.label ?? null)}::text`;
  return cases.length === 0 ? first : `(case ${cases.join(' ')} else ${first} end)`;
}

/** The last day of anything that befell a subject. */
export function lastDayOf({ milestones }: Pick<Dossier, 'milestones'>): string | null {
  return Object.values(milestones).flatMap((it) => it.day ?? []).sort().at(-1) ?? null;
}
