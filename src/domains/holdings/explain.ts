import { actorOf } from '../../base/context.ts';
import { sqlState } from '../../base/database.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { openCheck } from './receipts.ts';
import { refuseTelling } from './release.ts';
import { officeOf } from './settings.ts';
import { keepStep } from './store.ts';
import type { DecideInput } from './views.ts';

const UNIQUE = '23505';

/** Says why what a receipt calls held is another project; the commerce bureau decides. @throws Refusal 'not-found', 'not-held', 'already-explained', 'tells-of-human' */
export async function explainCheck(context: LedgerContext, input: { id: string; reason: string }): Promise<{ done: true }> {
  const { account, unit } = actorOf(context);
  refuseTelling([input.reason]);
  try {
    return await write(context.database, { id: context.request, account, body: ['holdings:explain', input] }, async (tx) => {
      const check = await openCheck(tx, context, input.id);
      if (!check.held) throw new Refusal('not-held', '这次核对没有其他单位在谈，可以直接登记，不需要说明。');
      await tx.query(
        "insert into holding_request (kind, check_id, by_unit, to_unit, reason, made_by) values ('explain', $1, $2, $3, $4, $5)",
        [check.id, check.unit, officeOf(context.ledger.mechanism).id, input.reason, account],
      );
      return { answer: { done: true as const }, audit: [{ unit, action: 'holdings:explain', objectKind: 'check', objectId: check.id, detail: { reason: input.reason } }] };
    });
  } catch (error) {
    if (sqlState(error) === UNIQUE) throw new Refusal('already-explained', '这次核对已经提交说明，请等待答复。');
    throw error;
  }
}

/** Lets the unit that explained in beside the holder, or does not. @throws Refusal 'not-found', 'own-record', 'tells-of-human' */
export function decideExplanation(context: LedgerContext, input: DecideInput): Promise<{ done: true }> {
  const { account, unit, units } = actorOf(context);
  const { id, accept, reason, document } = input;
  refuseTelling([reason, document]);
  return write(context.database, { id: context.request, account, body: ['holdings:decide', input] }, async (tx) => {
    const { rows } = await tx.query<{ by_unit: string; check_id: string; matched: string[] }>(
      "select r.by_unit, r.check_id, c.matched from holding_request r join first_report_check c on c.id = r.check_id where r.id = $1 and r.kind = 'explain' and r.answered_at is null for update of r",
      [id],
    );
    const asked = rows[0];
    if (!asked) throw new Refusal('not-found', '没有找到这条说明，或已经答复，请刷新页面。');
    if (units.includes(asked.by_unit)) throw new Refusal('own-record', '本单位的说明不能由本单位裁定，请人才办协调后由另一单位办理。');
    await tx.query('update holding_request set answered_by = $2, answered_at = clock_timestamp(), accepted = $3, answer = $4 where id = $1', [id, account, accept, `${document}：${reason}`]);
    for (const subject of accept ? asked.matched : []) await keepStep(tx, { subject, act: 'explained', unit: asked.by_unit, account, request: context.request, reason, document });
    return { answer: { done: true as const }, audit: [{ unit, action: 'holdings:answer-explanation', objectKind: 'check', objectId: asked.check_id, detail: { accept, reason, document } }] };
  });
}
