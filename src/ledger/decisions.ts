import type { Transaction } from '../base/transaction.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Day } from '../kernel/day.ts';
import { parseParameterValue, type WrittenValue } from '../mechanism/parameters.ts';
import { currentRevision, type Ledger, LEDGER_LOCK } from './ledger.ts';
import { beginRevision } from './revision.ts';

/** A value for a parameter from a day on. */
export interface DecisionContent {
  readonly parameter: string;
  readonly value: WrittenValue;
  readonly from: Day;
}

/**
 * Takes over decisions of a past year with its registers, marked so for ever.
 * What stands already is passed over; where anything is new, a revision begins.
 */
export async function decideTakenOver(tx: Transaction, ledger: Ledger, decisions: readonly DecisionContent[], document: string): Promise<void> {
  if (decisions.length === 0) return;
  await tx.query('select pg_advisory_xact_lock($1)', [LEDGER_LOCK]);
  await currentRevision(tx, ledger);
  let added = 0;
  for (const it of latestPerDay(decisions)) {
    const { rowCount } = await tx.query(
      `insert into decision (parameter, value, from_day, document, taken_over, approved_at, seq)
       select $1, $2::jsonb, $3::date, $4, true, clock_timestamp(), nextval('ledger_seq')
       where (select value from decision where parameter = $1 and from_day = $3::date and seq is not null order by seq desc limit 1) is distinct from $2::jsonb`,
      [it.parameter, JSON.stringify(it.value), it.from, document],
    );
    added += rowCount ?? 0;
  }
  if (added > 0) await beginRevision(tx, ledger.packHash, '期初建账的口径');
}

/** Of two rows for one day the lower holds. */
function latestPerDay(decisions: readonly DecisionContent[]): DecisionContent[] {
  return [...new Map(decisions.map((it) => [`${it.parameter} ${it.from}`, it])).values()];
}

/** Proposes a value on a document. @returns the decision's id. @throws Refusal 'unknown-parameter', 'bad-value', 'missing' */
export async function proposeDecision(tx: Transaction, ledger: Ledger, account: string, content: DecisionContent, document: string): Promise<string> {
  const declared = ledger.mechanism.pack.parameters.find((it) => it.id === content.parameter);
  if (!declared) throw new Refusal('unknown-parameter', '机制里没有这一项口径，请从待定口径中选择。');
  if (parseParameterValue(declared.type, content.value) === undefined) throw new Refusal('bad-value', `“${String(content.value)}”不能作为“${declared.label}”的取值，请核对写法。`);
  if (document.trim() === '') throw new Refusal('missing', '请写明作出决定的文件或会议。');
  const { rows } = await tx.query<{ id: string }>(
    'insert into decision (parameter, value, from_day, document, proposed_by) values ($1, $2::jsonb, $3, $4, $5) returning id',
    [content.parameter, JSON.stringify(content.value), content.from, document, account],
  );
  return rows[0]!.id;
}

/** A second person approves; from then on a new revision derives. @throws Refusal 'not-found', 'same-person', 'already-approved', 'already-closed' */
export async function approveDecision(tx: Transaction, ledger: Ledger, account: string, id: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [LEDGER_LOCK]);
  await currentRevision(tx, ledger);
  const proposed = await lockProposed(tx, id);
  if (proposed.by === account) throw new Refusal('same-person', '提出决定的人不能自己批准，请另一位同志批准。');
  await tx.query("update decision set approved_by = $2, approved_at = clock_timestamp(), seq = nextval('ledger_seq') where id = $1", [id, account]);
  await beginRevision(tx, ledger.packHash, '口径决定');
}

/**
 * Ends a proposal that was not approved: withdrawn by who proposed it, or rejected by another.
 * @throws Refusal 'not-found', 'already-approved', 'already-closed', 'not-proposer', 'same-person', 'missing'
 */
export async function closeDecision(tx: Transaction, account: string, id: string, as: 'withdrawn' | 'rejected', reason: string | null): Promise<void> {
  const { by } = await lockProposed(tx, id);
  if (as === 'withdrawn' && by !== account) throw new Refusal('not-proposer', '只有提出的人可以撤回，其他同志请驳回并说明理由。');
  if (as === 'rejected' && by === account) throw new Refusal('same-person', '自己提出的决定请用“撤回”，不必驳回。');
  if (as === 'rejected' && (reason ?? '').trim() === '') throw new Refusal('missing', '请写明驳回的理由，让提出的同志知道怎么改。');
  await tx.query('update decision set closed_as = $2, closed_by = $3, closed_at = clock_timestamp(), closed_reason = $4 where id = $1', [id, as, account, reason]);
}

/** Holds a decision, if there is such, until the transaction ends; with `alone` no one else writes to the ledger meanwhile. */
export async function holdDecision(tx: Transaction, id: string, alone: boolean): Promise<void> {
  if (alone) await tx.query('select pg_advisory_xact_lock($1)', [LEDGER_LOCK]);
  await tx.query('select from decision where id = $1 for update', [id]);
}

/** Locks a decision that is still only proposed. */
async function lockProposed(tx: Transaction, id: string): Promise<{ by: string | null }> {
  const { rows } = await tx.query<{ by: string | null; seq: string | null; closed_as: string | null }>('select proposed_by as by, seq, closed_as from decision where id = $1 for update', [id]);
  if (!rows[0]) throw new Refusal('not-found', '没有找到这项决定，请从口径决定的列表重新进入。');
  if (rows[0].seq !== null) throw new Refusal('already-approved', '这项决定已经批准，不能再改。需要变动时请提出新的决定替代。');
  if (rows[0].closed_as !== null) throw new Refusal('already-closed', `这项提议已经${rows[0].closed_as === 'withdrawn' ? '撤回' : '驳回'}，不能再办。需要时请重新提出。`);
  return rows[0];
}
