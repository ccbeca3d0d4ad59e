import type { Transaction } from '../../base/transaction.ts';
import type { Day } from '../../kernel/day.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { AcceptedRow, Intake, RejectedRow } from './intake.ts';

/**
 * Leaves out the rows that the ledger's guard says no to, each with its sentence. Asked only when an import is carried out: a preview
 * would answer any number of questions without a trace.
 */
export async function leaveOutHeld(tx: Transaction, { mechanism, guard }: Ledger, today: Day, intake: Intake): Promise<Intake> {
  if (!guard) return intake;
  const { rows } = intake;
  const refused = await guard.refusedRows(tx, mechanism, today, rows.map(({ kind, row }) => ({ kind, number: row.number, fields: row.fields, people: row.people, units: row.credits.map((it) => it.unit) })));
  if (refused.size === 0) return intake;
  const left = rows.flatMap((it, at): RejectedRow[] => (refused.has(at) ? [rejected(it, refused.get(at)!)] : []));
  const accepted = { ...intake.accepted };
  for (const it of left) accepted[it.sheet]!--;
  const place = (it: RejectedRow): number => intake.registers.indexOf(it.found);
  return {
    ...intake,
    rows: rows.filter((_, at) => !refused.has(at)),
    accepted,
    rejections: [...intake.rejections, ...left].sort((a, b) => place(a) - place(b) || a.row - b.row),
  };
}

function rejected({ found, at }: AcceptedRow, message: string): RejectedRow {
  return { sheet: found.register.sheet, row: at.number, code: 'held', message, found, at };
}
