import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { VerdictAct } from '../../ledger/statements.ts';
import { changeDossier } from './change.ts';
import type { Objection } from './judgement.ts';
import { type Matrix, meant, readMatrix, tellingObjection } from './matrix.ts';
import { ACTS_WITH_REASON, actLabels } from './terms.ts';
import type { VerdictInput } from './views.ts';

/** Gives a verdict on some milestones of a dossier, or on all that the actor may. @throws Refusal that says what is missing and what to do */
export async function giveVerdict(context: LedgerContext, input: VerdictInput): Promise<{ done: true }> {
  const { act, reason } = input;
  if (ACTS_WITH_REASON.includes(act) && reason === '') throw new Refusal('missing', `请写明${actLabels[act]}的理由。`);
  const change = { right: 'verdicts:give', action: `records:${act}`, input, detail: { milestones: input.milestones ?? null } } as const;
  return changeDossier(context, change, async (tx, dossier) => {
    const matrix = await readMatrix(tx, context, dossier);
    const milestones = input.milestones === undefined ? allMeant(matrix, act) : chosen(matrix, act, input.milestones);
    const document = input.document || matrix.places.find((it) => milestones.includes(it.id))?.appointed?.upstream;
    return { verdict: { act, milestones, ...(reason !== '' && { reason }), ...(act === 'certify-upstream' || input.document ? { document: document! } : {}) } };
  });
}

function allMeant(matrix: Matrix, act: VerdictAct): string[] {
  const places = meant(matrix, act);
  if (places.length === 0) throw refused(tellingObjection(matrix, act)) ?? new Refusal('nothing-recorded', '这条记录还没有可以认定的事项，请先登记。');
  return places.map((it) => it.id);
}

function chosen(matrix: Matrix, act: VerdictAct, ids: readonly string[]): string[] {
  for (const id of ids) {
    const place = matrix.places.find((it) => it.id === id);
    if (!place) throw new Refusal('nothing-recorded', '其中有事项还没有登记日期，不能作出认定。请先登记，或刷新后重新选择。');
    const refusal = refused(matrix.objection(act, place));
    if (refusal) throw refusal;
  }
  return [...new Set(ids)];
}

function refused(objection: Objection | undefined): Refusal | undefined {
  return objection && new Refusal(objection.code, objection.message);
}
