import { actorOf } from '../../base/context.ts';
import { keepFile } from '../../base/kept-files.ts';
import type { Actor, Rights } from '../../base/rights.ts';
import type { Transaction } from '../../base/transaction.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { nextNumbers } from '../../ledger/numbering.ts';
import { foreignRows } from './belonging.ts';
import { refuseTakeOver } from './confirmation.ts';
import type { Importer } from './importer.ts';
import { inFileOrder } from './intake.ts';
import { type ReadFiles, takeInFiles } from './intake-files.ts';
import { keptFiles, keptReport } from './kept-report.ts';
import { applyPicks, type Match, type Picks } from './match-rows.ts';
import { previewRows } from './preview.ts';
import { refusedWorkbook } from './refused-file.ts';
import type { KeptFile, KeptReport } from './store.ts';

/** In whose name an actor imports. */
function importerOf(rights: Rights, actor: Actor): Importer {
  const reading = rights.scope(actor, 'records:read');
  return { unit: actor.unit, units: actor.units, reach: rights.scope(actor, 'imports:make').reach, sees: reading.reach, unseals: reading.sealed };
}

/** What importing files would do now, with what is picked for rows without a number; what names records stands in a file that expires. */
export async function previewImport(
  tx: Transaction,
  context: LedgerContext,
  { id, read, matches, picks }: { id: string; read: ReadFiles; matches: readonly Match[]; picks: Picks },
): Promise<{ kept: KeptFile[]; report: KeptReport; total: number }> {
  const { ledger: { mechanism }, rights, clock } = context;
  const actor = actorOf(context);
  const importer = importerOf(rights, actor);
  const reading = rights.scope(actor, 'records:read');
  const numbered = await applyPicks(mechanism, read, picks, (found, count) => (count === 0 ? Promise.resolve([]) : nextNumbers(tx, found.origin.subject!, found.origin.numbering!, clock.today(), count, false)));
  const intake = await takeInFiles(tx, mechanism, numbered, importer);
  const rows = inFileOrder(intake);
  const foreign = await foreignRows(tx, mechanism, rows, importer);
  const others = new Set(foreign);
  const kept = keptFiles(intake);
  const report = keptReport(mechanism, intake, { fresh: 0, changed: 0, same: 0 }, { importer, foreign, takesDecisions: undefined, changesFile: null, refusedFile: null });
  const mayTakeOver = !refuseTakeOver(mechanism, rights, actor, { state: 'previewed', unit: actor.unit, files: kept, report });
  // What stands of other units' records is not shown, not even as a difference.
  const { changes, ...outcome } = await previewRows(tx, mechanism, reading, rows.filter((it) => !others.has(it)), mayTakeOver);
  const changesFile = await keepFile(tx, `${id}.json`, Buffer.from(JSON.stringify({ changes, matches })));
  const refused = await refusedWorkbook(intake);
  const refusedFile = refused ? await keepFile(tx, `${id}.xlsx`, refused) : null;
  return { kept, report: { ...report, ...outcome, changesFile, refusedFile }, total: rows.length };
}
