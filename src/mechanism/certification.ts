import type { Day } from '../kernel/day.ts';
import type { Dossier, Neighbourhood } from './dossier.ts';
import type { Mechanism } from './mechanism.ts';
import type { Parameters } from './parameters.ts';
import { expandUnits } from './units.ts';

/** Who the pack appoints for one milestone of a dossier. Units in its order; the record's own may still be among them. */
export interface Appointed {
  /** Empty where nothing is verified before it is certified. */
  readonly verify: readonly string[];
  readonly certify: readonly string[];
  /** The list that alone certifies it. */
  readonly upstream: string | undefined;
}

/** Under what the matrix is read. */
export interface MatrixReading {
  readonly mechanism: Mechanism;
  readonly around: Neighbourhood;
  readonly parameters: Parameters;
  readonly today: Day;
}

/** The units that a record is the own of: who declared it, and whoever is credited on any day. */
export function ownUnits(dossier: Pick<Dossier, 'unit' | 'credits' | 'milestones'>): string[] {
  const said = Object.values(dossier.milestones).map((it) => it.unit);
  return [...new Set([dossier.unit, ...said, ...dossier.credits.flatMap((span) => span.parts.map((it) => it.unit))])];
}

/**
 * The first rule of the pack's matrix that fits kind, milestone, declaring unit and condition; where it leaves a step to
 * the record's own units alone, the next that fits, for nobody judges its own. A list from upstream is never stepped over.
 * @returns undefined where no rule fits; the first where none that fits names anyone else
 */
export function appointedFor({ mechanism, around, parameters, today }: MatrixReading, dossier: Dossier, milestone: string): Appointed | undefined {
  const day = dossier.milestones[milestone]?.day ?? today;
  const own = ownUnits(dossier);
  const units = (ids: readonly string[]): string[] => expandUnits(mechanism.pack, ids, day);
  const others = (ids: readonly string[]): boolean => units(ids).some((it) => !own.includes(it));
  const fitting = mechanism.certification
    .filter(({ format }) => format.subject === dossier.kind && (format.milestones?.includes(milestone) ?? true))
    .filter(({ format }) => format.declaredBy === undefined || units(format.declaredBy).includes(dossier.unit))
    .filter(({ condition }) => condition.evaluate({ subject: dossier }, { standing: 'declared', around, parameters, day }) === 'yes')
    .map((it) => it.format);
  const [first] = fitting;
  const chosen = fitting.find((it) => it.upstream === first!.upstream && others(it.certify) && (it.verify.length === 0 || others(it.verify))) ?? first;
  return chosen && { verify: units(chosen.verify), certify: units(chosen.certify), upstream: chosen.upstream };
}
