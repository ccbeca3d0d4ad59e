import type { Day } from '../kernel/day.ts';
import { type Dossier, type Neighbourhood, type Standing, type VerdictState } from './dossier.ts';
import { ENTRY } from './vocabulary.ts';
import type { Parameters } from './parameters.ts';

const DISBELIEVED: readonly VerdictState[] = ['returned', 'not-counted'];
const CERTIFIED: readonly VerdictState[] = ['certified', 'certified-upstream'];

/** Does a figure of this standing believe a statement in this state? */
export function believes(standing: Standing, state: VerdictState): boolean {
  return standing === 'certified' ? CERTIFIED.includes(state) : !DISBELIEVED.includes(state);
}

/** Is the subject itself believed? Its entry's verdict is the subject's. */
export function isVisible(dossier: Dossier | undefined, standing: Standing): dossier is Dossier {
  const entry = dossier?.milestones[ENTRY];
  return entry !== undefined && believes(standing, entry.state);
}

/** The day of a milestone that is believed; undefined where it did not happen or is not believed. */
export function dayOf(dossier: Dossier, milestone: string, standing: Standing): Day | undefined {
  const found = dossier.milestones[milestone];
  return found?.day && believes(standing, found.state) ? found.day : undefined;
}

/** What a rule may look at while it is evaluated for an event of a day. */
export interface Sight {
  readonly standing: Standing;
  readonly around: Neighbourhood;
  readonly parameters: Parameters;
  readonly day: Day;
}

/** A subject under evaluation; inside a list, `outer` is the subject that holds the list. */
export interface Scope {
  readonly subject: Dossier;
  readonly outer?: Scope;
}

/** The believed subjects of a kind that refer to one by a role. */
export function referring(sight: Sight, id: string, kind: string, role: string): Dossier[] {
  return sight.around.referring(id, kind, role).filter((it) => isVisible(it, sight.standing));
}

/** The believed subject that a reference names. */
export function referred(sight: Sight, dossier: Dossier, role: string): Dossier | undefined {
  const id = dossier.references[role];
  const found = id === undefined ? undefined : sight.around.get(id);
  return isVisible(found, sight.standing) ? found : undefined;
}
