import { implement } from '@orpc/server';
import { actorOf } from '../../base/context.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { approveDecision, closeDecision, holdDecision, proposeDecision } from '../../ledger/decisions.ts';
import { askPreview } from '../../ledger/run-previews.ts';
import { standingUnits } from '../../ledger/units.ts';
import { readTypedValue } from '../../mechanism/typed-value.ts';
import { decisionsContract } from './contract.ts';
import { findDecision, proposalOf, readDecision } from './decision-detail.ts';
import { refusalOf } from './flow.ts';
import { sincePreview } from './preview-view.ts';
import { readQuestions } from './question-views.ts';
import { loadPreview, type StoredDecision } from './store.ts';
import type { DecisionAct } from './terms.ts';

const api = implement(decisionsContract).$context<LedgerContext>();

export const decisionsHandlers = api.router({
  list: api.list.handler(({ context: { database, ledger, clock } }) => readQuestions(database, ledger, clock.today())),
  one: api.one.handler(({ input, context }) => readDecision(context, input.id)),
  propose: api.propose.handler(async ({ input, context }) => {
    const { database, ledger, request } = context;
    const actor = actorOf(context);
    const { pack } = ledger.mechanism;
    const declared = pack.parameters.find((it) => it.id === input.parameter);
    if (!declared) throw new Refusal('unknown-parameter', '机制里没有这一项口径，请从口径决定的列表中选择。');
    const units = await standingUnits(database, pack, context.clock.today());
    const content = { parameter: declared.id, value: readTypedValue(pack, declared, input.value, units), from: input.from };
    const answer = await write(database, { id: request, account: actor.account, body: ['decisions.propose', input] }, async (tx) => {
      const id = await proposeDecision(tx, ledger, actor.account, content, input.document);
      return { answer: { id }, audit: [{ unit: actor.unit, action: 'decisions:propose', objectKind: 'decision', objectId: id, detail: { ...content, document: input.document } }] };
    });
    context.wakeWorker();
    return answer;
  }),
  preview: api.preview.handler(({ input, context }) => step(context, 'preview', input, (tx, row) => askPreview(tx, row.id))),
  withdraw: api.withdraw.handler(({ input, context }) => step(context, 'withdraw', input, (tx, row) => closeDecision(tx, actorOf(context).account, row.id, 'withdrawn', null))),
  reject: api.reject.handler(({ input, context }) => step(context, 'reject', input, (tx, row) => closeDecision(tx, actorOf(context).account, row.id, 'rejected', input.reason))),
  approve: api.approve.handler(({ input, context }) => step(context, 'approve', input, async (tx, row) => {
    if (row.previewed_at?.toISOString() !== input.seen) throw new Refusal('stale', '试算结果已经更新，请看过新的结果再批准。');
    await approveDecision(tx, context.ledger, actorOf(context).account, row.id);
  })),
});

/** One step of a proposal, refused where it may not be taken now; then the worker has something to do. */
async function step(context: LedgerContext, act: DecisionAct, input: { id: string }, effect: (tx: Transaction, row: StoredDecision) => Promise<void>): Promise<{ id: string }> {
  const actor = actorOf(context);
  const answer = await write(context.database, { id: context.request, account: actor.account, body: [`decisions.${act}`, input] }, async (tx) => {
    // Waits for whoever deals with the same proposal; what is approved is approved on the state that it is checked on.
    await holdDecision(tx, input.id, act === 'approve');
    const row = await findDecision(tx, input.id);
    const preview = await loadPreview(tx, row.id);
    const refusal = refusalOf(act, proposalOf(row, preview && (await sincePreview(tx, preview))), actor.account);
    if (refusal) throw refusal;
    await effect(tx, row);
    return { answer: { id: row.id }, audit: [{ unit: actor.unit, action: `decisions:${act}`, objectKind: 'decision', objectId: row.id, detail: { parameter: row.parameter } }] };
  });
  context.wakeWorker();
  return answer;
}
