import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { changeDossier } from './change.ts';
import { progressLabels } from './terms.ts';
import type { ProgressInput } from './views.ts';

/** States that ask for a cause, so that what was lost can be searched by it later. */
const WITH_CAUSE = ['shelved', 'lost', 'ended'];

/** Says how a matter goes on beside its milestones; nothing certified is reopened. @throws Refusal 'missing', 'bad-cause', and as `changeDossier` */
export async function sayProgress(context: LedgerContext, input: ProgressInput): Promise<{ done: true }> {
  const { is, cause, reason } = input;
  const words = context.ledger.mechanism.pack.lists['haltCauses'] ?? [];
  if (cause !== '' && !words.includes(cause)) throw new Refusal('bad-cause', `原因请从“${words.join('、')}”中选。`);
  if (WITH_CAUSE.includes(is) && words.length > 0 && cause === '') throw new Refusal('missing', `标为“${progressLabels[is]}”要选一个原因，以便日后查找。`);
  return changeDossier(context, { right: 'records:write', action: 'records:progress', input, detail: { is, cause } }, () =>
    Promise.resolve({ progress: { is, cause, day: context.clock.today() }, ...(reason !== '' && { reason }) }));
}
