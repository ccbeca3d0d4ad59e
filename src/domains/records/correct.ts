import type { Transaction } from '../../base/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Day } from '../../kernel/day.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { StoredDossier } from '../../ledger/dossiers.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import { readGates } from './advance.ts';
import { changeDossier } from './change.ts';
import { changedEntry } from './changed-entry.ts';
import { gateProblems } from './gates.ts';
import type { CorrectionInput } from './views.ts';

/** Corrects fields and milestones of the actor's own record. What was certified of them is declared again. @throws Refusal 'bad-correction', 'nothing-changed', 'erased' … */
export async function correctDossier(context: LedgerContext, input: CorrectionInput): Promise<{ done: true }> {
  const { pack, vocabulary } = context.ledger.mechanism;
  const detail = { fields: Object.keys(input.fields), ...(Object.keys(input.references).length > 0 && { references: Object.keys(input.references) }), milestones: input.milestones };
  return changeDossier(context, { right: 'records:write', action: 'records:correct', input, detail }, async (tx, dossier) => {
    const kind = vocabulary[dossier.kind]!;
    const { after, problems: wrong, keep } = await changedEntry(tx, context, dossier, input);
    const problems = [...wrong, ...milestoneProblems(pack, kind, dossier, input.milestones), ...(await dayProblems(tx, context, after, input.milestones))];
    if (problems.length > 0) throw new Refusal('bad-correction', problems[0]!, undefined, [...new Set(problems)]);
    return { ...(await keep()), milestones: input.milestones, reason: input.reason };
  });
}

function milestoneProblems(pack: Pack, kind: SubjectKind, dossier: Dossier, milestones: Readonly<Record<string, Day | null>>): string[] {
  const columns = pack.registers.find((it) => it.subject === kind.kind)?.columns ?? [];
  return Object.entries(milestones).flatMap(([id, day]) => {
    const label = Object.hasOwn(kind.milestones, id) ? kind.milestones[id]!.label : undefined;
    if (label === undefined) return [`${kind.label}没有“${id}”这一事项，请刷新后重新填写。`];
    const required = columns.some((it) => it.milestone === id && it.required);
    return day === null && required && dossier.milestones[id] ? [`${label}日期必须填写，不能撤回。`] : [];
  });
}

/** A milestone that was not there is let in by its gate, as the record will stand; what is there is only re-dated. */
async function dayProblems(tx: Transaction, context: LedgerContext, dossier: StoredDossier, milestones: Readonly<Record<string, Day | null>>): Promise<string[]> {
  const days = Object.entries(milestones).filter((it): it is [string, Day] => it[1] !== null && Object.hasOwn(context.ledger.mechanism.vocabulary[dossier.kind]!.milestones, it[0]));
  if (days.length === 0) return [];
  const reading = await readGates(tx, context, dossier);
  return days.flatMap(([milestone, day]) => gateProblems(reading, dossier, milestone, day));
}
