import type { CompileContext } from './compile-context.ts';
import { compileCondition, type CompiledCondition } from './condition.ts';
import type { Dossier } from './dossier.ts';
import type { CourseFormat, EvidenceKindFormat, GateFormat } from './format/courses.ts';
import type { Outcome } from './outcome.ts';
import type { SubjectKind } from './vocabulary.ts';
import type { Sight } from './visibility.ts';

/** A course of the pack, ready to be asked. */
export interface CompiledCourse {
  readonly format: CourseFormat;
  readonly fits: CompiledCondition;
  readonly gates: readonly CompiledGate[];
}

export interface CompiledGate {
  readonly format: GateFormat;
  readonly conditions: readonly { readonly label: string; readonly condition: CompiledCondition }[];
}

/** One thing that a gate asks for, and whether it is there. `unknown`: it cannot be said yet. */
export interface Asked {
  readonly what: 'milestone' | 'field' | 'reference' | 'evidence' | 'condition';
  /** The milestone, field, role or kinds of evidence (`contract|letter`: one of them); a condition's label. */
  readonly id: string;
  readonly label: string;
  readonly outcome: Outcome;
}

/** @param context without kinds: they are the course's own */
export function compileCourse(context: Omit<CompileContext, 'kinds' | 'chain'>, format: CourseFormat): CompiledCourse {
  const within = { ...context, kinds: [format.subject], chain: [] };
  return {
    format,
    fits: compileCondition(within, format.where),
    gates: format.gates.map((gate) => ({ format: gate, conditions: gate.conditions.map(({ label, where }) => ({ label, condition: compileCondition(within, where) })) })),
  };
}

/** The course that a subject goes: the first that fits. @returns undefined where the city has none for it */
export function courseOf(courses: readonly CompiledCourse[], dossier: Dossier, sight: Sight): CompiledCourse | undefined {
  return courses.find((it) => it.format.subject === dossier.kind && it.fits.evaluate({ subject: dossier }, sight) === 'yes');
}

/** What a gate asks of a subject, in its words. */
export interface GateReading {
  readonly kind: SubjectKind;
  readonly evidenceKinds: readonly EvidenceKindFormat[];
  /** By milestone (`entry` too), the words under which evidence stands beside it. */
  readonly evidence: ReadonlyMap<string, readonly string[]>;
  readonly sight: Sight;
}

/** Everything that a gate asks for, in its order: milestones before it, content, references, evidence, conditions. */
export function askedBy({ format, conditions }: CompiledGate, dossier: Dossier, { kind, evidenceKinds, evidence, sight }: GateReading): Asked[] {
  const answer = (met: boolean): Outcome => (met ? 'yes' : 'no');
  // What was shown with the record itself, or at an earlier gate, is not asked for again.
  const shown = [...evidence.values()].flat();
  const stands = (id: string): boolean => {
    const found = evidenceKinds.find((it) => it.id === id);
    return found !== undefined && shown.some((word) => word === found.label || (found.aliases?.includes(word) ?? false));
  };
  return [
    ...format.after.map((id): Asked => ({ what: 'milestone', id, label: kind.milestones[id]?.label ?? id, outcome: answer(isPassed(dossier, id)) })),
    ...format.fields.map((id): Asked => ({ what: 'field', id, label: kind.fields[id]?.label ?? id, outcome: answer(dossier.fields[id] !== undefined) })),
    ...format.references.map((id): Asked => ({ what: 'reference', id, label: kind.references[id]?.label ?? id, outcome: answer(dossier.references[id] !== undefined) })),
    ...format.evidence.map((it): Asked => {
      const ids = [it].flat();
      return { what: 'evidence', id: ids.join('|'), label: ids.map((id) => evidenceKinds.find((one) => one.id === id)?.label ?? id).join('或'), outcome: answer(ids.some(stands)) };
    }),
    ...conditions.map(({ label, condition }): Asked => ({ what: 'condition', id: label, label, outcome: condition.evaluate({ subject: dossier }, sight) })),
  ];
}

/** Whether a milestone stands and was not returned. */
function isPassed(dossier: Dossier, milestone: string): boolean {
  const held = dossier.milestones[milestone];
  return held !== undefined && held.day !== null && held.state !== 'returned';
}
