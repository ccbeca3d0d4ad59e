import type { Clock } from '../base/clock.ts';
import { type Database, sqlState } from '../base/database.ts';
import type { Transaction } from '../base/transaction.ts';
import type { Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Decision, WrittenValue } from '../mechanism/parameters.ts';
import type { Ledger } from './ledger.ts';
import { previewDecision } from './preview.ts';

/** Still to be approved, withdrawn or rejected. */
const PROPOSED = 'seq is null and closed_as is null';

/** Asks that what a proposal would change be worked out anew. The worker does it. */
export async function askPreview(tx: Transaction, id: string): Promise<void> {
  await tx.query(`update decision set preview_state = 'waiting', preview_done = 0, preview_error = null where id = $1 and ${PROPOSED}`, [id]);
}

/**
 * Works out what every proposal that waits for it would change, the oldest first: also those that a stop interrupted.
 * Nothing but the proposal's own row is written.
 * @param stopped asked between batches; what was begun is begun again after the next start
 */
export async function runWaitingPreviews(deps: { database: Database; ledger: Ledger; clock: Clock }, stopped: () => boolean = () => false): Promise<void> {
  for (;;) {
    const { rows } = await deps.database.query<{ id: string; parameter: string; value: WrittenValue; from: Day; document: string }>(
      `update decision set preview_state = 'running', preview_done = 0, preview_total = 0 where id = (
         select id from decision where preview_state in ('waiting', 'running') and ${PROPOSED} order by proposed_at, id limit 1)
       and ${PROPOSED} returning id, parameter, value, from_day as "from", document`,
    );
    if (!rows[0] || stopped()) return;
    const { id, ...decision } = rows[0];
    if (!(await runPreview(deps, id, decision, stopped))) return;
  }
}

/** @returns false where it was stopped */
async function runPreview({ database, ledger, clock }: { database: Database; ledger: Ledger; clock: Clock }, id: string, decision: Decision, stopped: () => boolean): Promise<boolean> {
  const halt = new Error('stopped');
  try {
    const preview = await previewDecision(database, ledger, decision, clock.today(), async (done, total) => {
      if (stopped()) throw halt;
      await database.query(`update decision set preview_done = $2, preview_total = $3 where id = $1 and ${PROPOSED}`, [id, done, total]);
    });
    await database.query(`update decision set preview_state = 'done', preview = $2, previewed_at = clock_timestamp() where id = $1 and ${PROPOSED}`, [id, JSON.stringify(preview)]);
  } catch (error) {
    if (error === halt) return false;
    // The database went away: it is begun again after the next start.
    if (/^(08|53|57|58)/.test(sqlState(error)) || (error as Error).message.startsWith('Connection terminated')) throw error;
    if (!(error instanceof Refusal)) console.error(`[${id}]`, (error as Error).stack?.split('\n').slice(1, 8).join('\n'));
    const said = error instanceof Refusal ? error.message : `试算出错，什么都没有改动。请重新试算；如仍不行，请把编号 ${id} 告诉管理员。`;
    await database.query(`update decision set preview_state = 'failed', preview_error = $2 where id = $1 and ${PROPOSED}`, [id, said]);
  }
  return true;
}
