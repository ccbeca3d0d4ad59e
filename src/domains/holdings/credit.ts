import { actorOf } from '../../base/context.ts';
import type { Transaction } from '../../base/transaction.ts';
import type { Day } from '../../kernel/day.ts';
import { decimal, formatDecimal } from '../../kernel/decimal.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { loadDossiers } from '../../ledger/dossiers.ts';
import { record } from '../../ledger/record.ts';

/** How the credit of a lead is divided from now on: in percent that add up to 100. */
export interface Division {
  /** From when later events count so; null: everything, from the start. */
  readonly from: Day | null;
  readonly parts: readonly { readonly unit: string; readonly percent: number }[];
  readonly reason: string;
}

/** The ledger's credits follow who holds a lead: said in the same transaction, as every transfer is. @throws Refusal 'not-found' */
export async function creditTo(tx: Transaction, context: LedgerContext, id: string, { from, parts, reason }: Division): Promise<void> {
  const lead = (await loadDossiers(tx, [id])).get(id);
  if (!lead) throw new Refusal('not-found', '没有找到这条记录，请刷新页面。');
  const { account, unit } = actorOf(context);
  const credits = parts.map((it) => ({ unit: it.unit, share: formatDecimal(decimal(it.percent) / 100n) }));
  const author = { unit, account, request: context.request, today: context.clock.today() };
  const said = from === null ? { unit: lead.unit, entry: { fields: lead.fields, references: lead.references, credits } } : { transfer: { from, parts: credits } };
  await record(tx, context.ledger, author, [{ subject: { id, kind: lead.kind, number: lead.number }, ...said, reason }]);
}
