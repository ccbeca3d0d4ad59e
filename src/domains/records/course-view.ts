import type { Dossier } from '../../mechanism/dossier.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { type GatesReading, gatesOf, reasonBefore } from './gates.ts';
import { milestoneLabel } from './history.ts';
import { stateLabelOf } from './terms.ts';
import type { DossierView } from './views.ts';

type Gate = NonNullable<DossierView['course']>['gates'][number];

/** The milestones of a dossier's kind with what each asks for; null where the city has no course for it. */
export function courseView(reading: GatesReading, dossier: Dossier): DossierView['course'] {
  const { mechanism } = reading;
  const gates = gatesOf(reading, dossier);
  if (!gates) return null;
  const { id, label } = gates.course.format;
  const clauses = new Map(mechanism.pack.clauses.map((it) => [it.id, it]));
  const words = new Map(mechanism.pack.evidenceKinds.map((it) => [it.id, it.label]));
  const ends = mechanism.pack.decay.filter((it) => it.subject === dossier.kind).map((it) => it.milestone);
  return {
    id,
    label,
    reasonBefore: reasonBefore(reading.parameters, reading.today),
    gates: [...gates.course.gates.map((gate) => {
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
        asked: asked.map((it) => ({ ...it, words: it.what === 'evidence' ? it.id.split('|').map((kind) => words.get(kind) ?? kind) : [] })),
        asks: gate.format.fields,
        ready: asked.every((it) => it.outcome === 'yes'),
        ends: ends.includes(gate.format.milestone),
      };
    }), ...ends.filter((it) => !gates.course.gates.some(({ format }) => format.milestone === it)).map((it) => endOf(mechanism, dossier, it))],
  };
}

/** What ends a thing stands at no gate; it wants a reason. */
function endOf({ vocabulary }: Mechanism, dossier: Dossier, milestone: string): Gate {
  const held = dossier.milestones[milestone];
  return { milestone, label: milestoneLabel(vocabulary[dossier.kind]!, milestone), stage: '结束', day: held?.day ?? null, state: held?.state ?? null, stateLabel: held ? stateLabelOf(held.state) : null, optional: true, hint: null, clauses: [], asked: [], asks: [], ready: true, ends: true };
}
