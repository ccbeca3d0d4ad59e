import { appointedFor, ownUnits } from './certification.ts';
import { askedBy, courseOf } from './course.ts';
import type { Dossier, Neighbourhood, VerdictState } from './dossier.ts';
import type { Mechanism } from './mechanism.ts';
import type { Parameters } from './parameters.ts';
import { ENTRY } from './vocabulary.ts';

/** States that wait for somebody to judge. */
export const waitingStates: readonly VerdictState[] = ['declared', 'verified', 'appealed'];

/** A milestone of a subject that waits, and for whom. */
export interface Wait {
  readonly subject: string;
  readonly milestone: string;
  readonly state: VerdictState;
  /** Whose turn it is: to verify it, or to certify it. */
  readonly part: 'verify' | 'certify';
  /** The units that may, without the record's own; empty where the matrix leaves nobody. */
  readonly units: readonly string[];
  /** The day of the milestone; null for the entry. */
  readonly day: string | null;
  /** The fact that says it. */
  readonly fact: string;
  /** What its gate asks for beside evidence and is not there, in words. */
  readonly lacks: readonly string[];
  /** What its gate asks for as evidence: of each, the words one of which must stand beside the record. */
  readonly evidence: readonly (readonly string[])[];
}

/**
 * As late as rules go: a worklist is read under the newest decisions and members of groups, not under those of the day on which it
 * was written, so that it changes with facts, decisions and the pack, never by itself.
 */
const NEWEST = '2199-12-31';

/** Everything of one subject that waits for a verdict, as it stands among its neighbours; nothing of what was taken back. */
export function waitsOf(mechanism: Mechanism, dossier: Dossier, around: Neighbourhood, parameters: Parameters): Wait[] {
  const waiting = Object.entries(dossier.milestones).filter(([, it]) => waitingStates.includes(it.state));
  if (waiting.length === 0 || !dossier.milestones[ENTRY]) return [];
  const own = ownUnits(dossier);
  const sight = { standing: 'declared', around, parameters, day: NEWEST } as const;
  const course = courseOf(mechanism.courses, dossier, sight);
  const { evidenceKinds } = mechanism.pack;
  const wordsOf = (id: string): string[] => evidenceKinds.filter((it) => it.id === id).flatMap((it) => [it.label, ...(it.aliases ?? [])]);
  return waiting.map(([milestone, { state, day, fact }]) => {
    const appointed = appointedFor({ mechanism, around, parameters, today: NEWEST }, dossier, milestone);
    const part = state === 'verified' || !appointed || appointed.verify.length === 0 ? 'certify' : 'verify';
    const gate = course?.gates.find((it) => it.format.milestone === milestone);
    const asked = gate ? askedBy(gate, dossier, { kind: mechanism.vocabulary[dossier.kind]!, evidenceKinds, evidence: new Map(), sight }) : [];
    return {
      subject: dossier.id,
      milestone,
      state,
      part,
      units: (appointed?.[part] ?? []).filter((it) => !own.includes(it)),
      day,
      fact,
      lacks: asked.filter((it) => it.what !== 'evidence' && it.outcome !== 'yes').map((it) => it.label),
      evidence: (gate?.format.evidence ?? []).map((it) => [it].flat().flatMap(wordsOf)),
    };
  });
}
