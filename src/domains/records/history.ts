import { emptyDossier, applyFact, applyVerdict } from '../../ledger/fold.ts';
import { PROGRESS, TRANSFER } from '../../ledger/statements.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import { ENTRY, type SubjectKind } from '../../mechanism/vocabulary.ts';
import type { Act, EvidenceAct, FactAct, VerdictActed } from './acts.ts';
import { type Sight, shownCredits, shownField } from './shown.ts';
import { actLabels, ENTRY_LABEL, progressLabels, stateLabels } from './terms.ts';

/** One line of a record's history. */
export interface HistoryLine {
  readonly act: Act;
  readonly what: string;
  /** What became what, or which milestones a verdict speaks of. */
  readonly detail: string;
}

/** What the words of a history are made with. */
export interface Telling {
  readonly kind: SubjectKind;
  readonly sight: Sight;
  unitName(id: string): string;
  /** The number of a subject that was referred to. */
  numberOf(id: string): string;
}

/** Tells acts in their order: what was said, what it changed, and what it reopened. Verdicts of one request on several milestones are one line. */
export function tellHistory(telling: Telling, acts: readonly Act[]): HistoryLine[] {
  const lines: HistoryLine[] = [];
  let dossier = emptyDossier({ id: '', kind: telling.kind.kind, number: '' });
  for (const act of acts) {
    if (act.type === 'fact') {
      const after = applyFact(dossier, act.fact);
      lines.push({ act, ...tellFact(telling, act, dossier, after) });
      dossier = after;
    } else if (act.type === 'verdict') {
      dossier = applyVerdict(dossier, act);
      const last = lines.at(-1);
      if (last && isSame(last.act, act)) lines[lines.length - 1] = { ...last, detail: `${last.detail}、${milestoneLabel(telling.kind, act.milestone)}` };
      else lines.push({ act, what: actLabels[act.act], detail: milestoneLabel(telling.kind, act.milestone) });
    } else lines.push({ act, ...tellEvidence(telling, act) });
  }
  return lines;
}

export function milestoneLabel(kind: SubjectKind, milestone: string): string {
  return milestone === ENTRY ? ENTRY_LABEL : (kind.milestones[milestone]?.label ?? milestone);
}

function isSame(last: Act, act: VerdictActed): boolean {
  return last.type === 'verdict' && last.request === act.request && last.act === act.act;
}

function tellEvidence({ kind }: Telling, act: EvidenceAct): Omit<HistoryLine, 'act'> {
  return { what: '补充佐证', detail: `${milestoneLabel(kind, act.milestone)}：${act.kind}《${act.name}》` };
}

function tellFact(telling: Telling, { fact }: FactAct, before: Dossier, after: Dossier): Omit<HistoryLine, 'act'> {
  if (fact.kind === TRANSFER) {
    return { what: '计分划转', detail: `自${fact.day}起计入${shownCredits(fact.content.credits ?? [], telling.unitName)}` };
  }
  if (fact.kind === PROGRESS) {
    const { is, cause } = fact.content.progress!;
    return { what: `标为${progressLabels[is]}`, detail: cause };
  }
  const held = before.milestones[fact.kind];
  const reopened = held && held.state !== 'declared' ? `（原“${stateLabels[held.state]}”失效，重新申报）` : '';
  if (fact.kind === ENTRY) {
    if (fact.withdrawn) return { what: '撤回记录', detail: reopened };
    if (!held) return { what: ENTRY_LABEL, detail: '' };
    return { what: '更正', detail: differences(telling, before, after).join('；') + reopened };
  }
  const label = milestoneLabel(telling.kind, fact.kind);
  if (fact.withdrawn) return { what: `撤回${label}`, detail: `原为${held?.day ?? ''}${reopened}` };
  return held ? { what: `更正${label}`, detail: `${held.day ?? ''} → ${fact.day ?? ''}${reopened}` } : { what: label, detail: '' };
}

/** `计划总投资：4,300万元 → 5,000万元`, one for each thing that differs. */
function differences({ kind, sight, unitName, numberOf }: Telling, before: Dossier, after: Dossier): string[] {
  const lines: string[] = [];
  const note = (label: string, from: string | null | undefined, to: string | null | undefined): void => {
    lines.push(`${label}：${from || '未填'} → ${to || '未填'}`);
  };
  for (const [id, field] of Object.entries(kind.fields)) {
    if (before.fields[id] !== after.fields[id]) note(field.label, shownField(kind, before.fields, id, sight), shownField(kind, after.fields, id, sight));
  }
  for (const [role, reference] of Object.entries(kind.references)) {
    const [from, to] = [before.references[role], after.references[role]];
    if (from !== to) note(reference.label, from && numberOf(from), to && numberOf(to));
  }
  const [from, to] = [before, after].map((it) => shownCredits(it.credits.find((span) => span.from === null)?.parts ?? [], unitName));
  if (from !== to) note('计分单位', from, to);
  return lines;
}
