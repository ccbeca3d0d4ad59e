import { actorOf } from '../../base/context.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { standingUnits } from '../../ledger/units.ts';
import { tellsOfHuman } from '../persons/terms.ts';
import { creditTo } from './credit.ts';
import { keepStep, readHoldings, type StoredHolding } from './store.ts';
import type { ReleaseInput } from './views.ts';

/**
 * 商务局 releases a lead, with its reason and on a document; nothing else ever does. Where it names who goes on with it, that unit holds
 * it now, and what happens from today on is credited to it.
 * @throws Refusal 'not-held', 'own-record', 'unknown-unit', 'tells-of-human'
 */
export function releaseHolding(context: LedgerContext, input: ReleaseInput): Promise<{ done: true }> {
  const { account, unit, units } = actorOf(context);
  const { id, reason, document, to } = input;
  refuseTelling([reason, document]);
  return write(context.database, { id: context.request, account, body: ['holdings:release', input] }, async (tx) => {
    const { unit: holder } = await lockHolding(tx, id);
    if (units.includes(holder) || (to !== undefined && units.includes(to))) throw new Refusal('own-record', '本单位的在谈不能由本单位裁定，请人才办协调后由另一单位办理。');
    if (to !== undefined) await refuseUnknown(tx, context, to, holder);
    const step = { subject: id, account, request: context.request, reason, document };
    await keepStep(tx, { ...step, act: 'released', unit: holder });
    if (to !== undefined) {
      await keepStep(tx, { ...step, act: 'transferred', unit: to });
      await creditTo(tx, context, id, { from: context.clock.today(), parts: [{ unit: to, percent: 100 }], reason: `${document}：${reason}` });
    }
    return { answer: { done: true as const }, audit: [{ unit, action: 'holdings:release', objectKind: 'dossier', objectId: id, detail: { from: holder, to: to ?? null, reason, document } }] };
  });
}

/** The lead is changed by one at a time. @throws Refusal 'not-held' */
export async function lockHolding(tx: Transaction, subject: string, units?: readonly string[]): Promise<StoredHolding> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [`holding ${subject}`]);
  const [held] = await readHoldings(tx, units, subject);
  if (!held) throw new Refusal('not-held', '这个项目现在没有单位优先洽谈，可能刚被释放或移交，请刷新页面。');
  return held;
}

/** @throws Refusal 'unknown-unit', 'same-unit' */
export async function refuseUnknown(tx: Transaction, { ledger, clock }: LedgerContext, to: string, holder: string): Promise<void> {
  if (to === holder) throw new Refusal('same-unit', '它就是现在优先洽谈的单位，请另选单位。');
  if (!(await standingUnits(tx, ledger.mechanism.pack, clock.today())).some((it) => it.id === to)) throw new Refusal('unknown-unit', '没有这个单位，或它已经撤并，请从单位清单中选择。');
}

/** What is kept for good names nobody by number. @throws Refusal 'tells-of-human' */
export function refuseTelling(texts: readonly string[]): void {
  if (texts.some((it) => tellsOfHuman(it))) throw new Refusal('tells-of-human', '理由和依据会永久留存，请不要写个人的电话、证件号码和邮箱，改写后重新提交。');
}
