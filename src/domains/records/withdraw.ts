import { actorOf } from '../../base/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Dossier, VerdictState } from '../../mechanism/dossier.ts';
import { ownUnits } from '../../mechanism/certification.ts';
import { changeDossier } from './change.ts';
import type { WithdrawInput } from './views.ts';

const JUDGED: readonly VerdictState[] = ['certified', 'certified-upstream', 'not-counted'];

/**
 * Takes a record back, with a reason: it counts nowhere any more, and its history stays. What was certified of it, a leader of its own unit takes back.
 * @throws Refusal 'forbidden', and as `changeDossier`
 */
export async function withdrawRecord(context: LedgerContext, input: WithdrawInput): Promise<{ done: true }> {
  return changeDossier(context, { right: 'records:withdraw', action: 'records:withdraw', input, detail: {} }, (_, dossier) => {
    const objection = withdrawObjection(context, dossier);
    if (objection !== null) throw new Refusal('forbidden', objection);
    return Promise.resolve({ withdrawn: true as const, reason: input.reason });
  });
}

/** Why the actor may not take it back; null where it may. */
export function withdrawObjection(context: LedgerContext, dossier: Dossier): string | null {
  const actor = actorOf(context);
  const units = ownUnits(dossier);
  if (!context.rights.can(actor, 'records:withdraw', { units })) return '只有申报单位和计分单位能撤回这条记录。';
  const judged = Object.values(dossier.milestones).some((it) => JUDGED.includes(it.state));
  if (judged && !context.rights.can(actor, 'records:withdraw-judged', { units })) return '其中有已经认定的事项，请本单位负责人撤回。';
  return null;
}
