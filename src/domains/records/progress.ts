import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { changeDossier } from './change.ts';
import { CAUSED_PROGRESS, progressLabels } from './terms.ts';
import type { ProgressInput } from './views.ts';

/** The pack's words for why a matter is held up or lost. */
export const HALT_CAUSES = 'haltCauses';

/** Says how a matter goes on beside its milestones; nothing certified is reopened. @throws Refusal 'missing', 'bad-cause', and as `changeDossier` */
export async function sayProgress(context: LedgerContext, input: ProgressInput): Promise<{ done: true }> {
  const { is, cause, reason } = input;
  const words = context.ledger.mechanism.pack.lists[HALT_CAUSES] ?? [];
  if (cause !== '' && !words.includes(cause)) throw new Refusal('bad-cause', `原因请从“${words.join('、')}”中选。`);
  if (CAUSED_PROGRESS.includes(is) && words.length > 0 && cause === '') throw new Refusal('missing', `标为“${progressLabels[is]}”要选一个原因，以便日后查找。`);
  return changeDossier(context, { right: 'records:write', action: 'records:progress', input, detail: { is, cause } }, () =>
    Promise.resolve({ progress: { is, cause, day: context.clock.today() }, ...(reason !== '' && { reason }) }));
}
