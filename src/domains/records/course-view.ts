import type { Dossier } from '../../mechanism/dossier.ts';
import { type GatesReading, gatesOf } from './gates.ts';
import { milestoneLabel } from './history.ts';
import { stateLabelOf } from './terms.ts';
import type { DossierView } from './views.ts';

/** The milestones of a dossier's kind with what each asks for; null where the city has no course for it. */
export function courseView(reading: GatesReading, dossier: Dossier): DossierView['course'] {
  const { mechanism } = reading;
  const gates = gatesOf(reading, dossier);
  if (!gates) return null;
  const { id, label } = gates.course.format;
  const clauses = new Map(mechanism.pack.clauses.map((it) => [it.id, it]));
  return {
    id,
    label,
    gates: gates.course.gates.map((gate) => {
      const held = dossier.milestones[gate.format.milestone];
      const asked = gates.asked(gate);
      return {
        milestone: gate.format.milestone,
        label: milestoneLabel(mechanism.vocabulary[dossier.kind]!, gate.format.milestone),
        stage: gate.format.stage,
        day: held?.day ?? null,
        state: held?.state ?? null,
        stateLabel: held ? stateLabelOf(held.state) : null,
        optional: gate.format.optional ?? false,
        hint: gate.format.hint ?? null,
        clauses: gate.format.clauses.map((it) => ({ id: it, title: clauses.get(it)?.title ?? it, place: clauses.get(it)?.place ?? '' })),
        asked,
        ready: asked.every((it) => it.outcome === 'yes'),
      };
    }),
  };
}
