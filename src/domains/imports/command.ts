import { audit } from '../../base/audit.ts';
import { transact } from '../../base/transaction.ts';
import { continueDerivation } from '../../ledger/revision.ts';
import type { Importer } from './importer.ts';
import { carryOut, type Outcome } from './carry-out.ts';
import { type HandedIn, readFiles, takeInFiles } from './intake-files.ts';
import { keepFile } from '../../base/kept-files.ts';
import { keptFiles, keptReport } from './kept-report.ts';
import { refusedWorkbook } from './refused-file.ts';
import { type Report, reportOf } from './report.ts';
import { IMPORT_LOCK, type ImportDeps } from './run-import.ts';
import { storeImport } from './store.ts';

/** What the command's import came to. */
export interface Imported {
  readonly report: Report;
  /** The refused rows as an .xlsx file, where there are any. */
  readonly refused: Uint8Array | undefined;
  /** Records that are new or changed. */
  readonly changed: number;
}

/**
 * Takes past registers over with their verdicts (期初建账) for the offices that keep them: all files are one import in one transaction.
 * @param options.document on what; its files' names where absent
 * @throws Refusal where a file is hostile or no register: then nothing goes in
 */
export async function importFiles(deps: ImportDeps, files: readonly HandedIn[], options: { readonly document?: string } = {}): Promise<Imported> {
  const { database, ledger, clock } = deps;
  const { mechanism } = ledger;
  const document = options.document?.trim() || `期初建账：${files.map((it) => it.name).join('、')}`;
  const read = await readFiles(mechanism, files, { whole: true });
  const id = crypto.randomUUID();
  const imported = await transact(database, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
    const intake = await takeInFiles(tx, mechanism, read);
    const unit = intake.registers[0]?.register.keeper ?? mechanism.pack.registers[0]!.keeper;
    const outcome = await carryOut(tx, ledger, intake, { author: { unit, account: null, request: id, today: clock.today() }, document });
    const refused = await refusedWorkbook(intake);
    for (const it of files) await keepFile(tx, it.name, it.bytes);
    const refusedFile = refused ? await keepFile(tx, `${id}.xlsx`, refused) : null;
    const importer: Importer = { unit, units: [unit], reach: 'all', sees: 'all', unseals: true };
    const report = keptReport(ledger.mechanism, intake, outcome, { importer, foreign: [], takesDecisions: true, changesFile: null, refusedFile });
    await storeImport(tx, { id, account: null, unit, document, files: keptFiles(intake), state: 'done', total: intake.rows.length, report });
    await audit(tx, [{ account: null, unit, action: 'imports:take-over', objectKind: 'import', objectId: id, request: id, detail: { ...outcome, rejected: report.rejectedCount, document } satisfies Outcome & Record<string, unknown> }]);
    return { report: reportOf(intake), refused, changed: outcome.fresh + outcome.changed };
  });
  await continueDerivation(database, ledger);
  return imported;
}
