import type { CreditSpan, Dossier } from '../mechanism/dossier.ts';
import { ENTRY } from '../mechanism/vocabulary.ts';
import { type Fact, PROGRESS, stateAfter, TRANSFER, type Verdict } from './statements.ts';

/** A subject of which nothing is said yet. */
export function emptyDossier(subject: { id: string; kind: string; number: string }): Dossier {
  return { ...subject, unit: '', fields: {}, milestones: {}, references: {}, credits: [] };
}

/** A new fact stands as declared: changing what was certified reopens its verdict. */
export function applyFact(dossier: Dossier, fact: Pick<Fact, 'id' | 'kind' | 'day' | 'content' | 'withdrawn' | 'unit'>): Dossier {
  const milestone = { day: fact.day, state: 'declared', fact: fact.id, unit: fact.unit } as const;
  if (fact.kind === ENTRY) {
    const { [ENTRY]: _, ...others } = dossier.milestones;
    if (fact.withdrawn) return { ...dossier, milestones: others };
    const later = dossier.credits.filter((it) => it.from !== null);
    return {
      ...dossier,
      unit: dossier.unit || fact.unit,
      fields: fact.content.fields ?? {},
      references: fact.content.references ?? {},
      credits: [{ from: null, parts: fact.content.credits ?? [] }, ...later],
      milestones: { ...dossier.milestones, [ENTRY]: milestone },
    };
  }
  if (fact.kind === TRANSFER) {
    const span: CreditSpan = { from: fact.day, parts: fact.content.credits ?? [] };
    const others = dossier.credits.filter((it) => it.from !== fact.day);
    return { ...dossier, credits: (fact.withdrawn ? others : [...others, span]).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)) };
  }
  if (fact.kind === PROGRESS) return { ...dossier, progress: { ...fact.content.progress!, day: fact.day! } };
  const { [fact.kind]: _, ...others } = dossier.milestones;
  return { ...dossier, milestones: fact.withdrawn ? others : { ...others, [fact.kind]: milestone } };
}

export function applyVerdict(dossier: Dossier, verdict: Pick<Verdict, 'milestone' | 'act'>): Dossier {
  const held = dossier.milestones[verdict.milestone];
  if (!held) return dossier;
  return { ...dossier, milestones: { ...dossier.milestones, [verdict.milestone]: { ...held, state: stateAfter[verdict.act] } } };
}

/** The dossier that facts and verdicts, in the order of their numbers, come to. */
export function fold(subject: { id: string; kind: string; number: string }, facts: readonly Fact[], verdicts: readonly Verdict[]): Dossier {
  const acts = [...facts.map((it) => ({ seq: it.seq, fact: it })), ...verdicts.map((it) => ({ seq: it.seq, verdict: it }))];
  acts.sort((a, b) => (a.seq < b.seq ? -1 : 1));
  return acts.reduce((dossier, act) => ('fact' in act ? applyFact(dossier, act.fact) : applyVerdict(dossier, act.verdict)), emptyDossier(subject));
}
