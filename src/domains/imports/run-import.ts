import type { Clock } from '../../base/clock.ts';
import type { Database } from '../../base/database.ts';
import { audit } from '../../base/audit.ts';
import { isOutage } from '../../base/outage.ts';
import { transact, type Transaction } from '../../base/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { nextNumbers } from '../../ledger/numbering.ts';
import type { SubjectName } from '../../ledger/subjects.ts';
import { foreignRows } from './belonging.ts';
import { carryOut, lockRegistered } from './carry-out.ts';
import { handedInBefore, type ReadFiles, readFiles, takeInFiles } from './intake-files.ts';
import { leaveOutHeld } from './held-rows.ts';
import { forgetExpiredFiles, keepFile } from '../../base/kept-files.ts';
import { keptReport } from './kept-report.ts';
import { applyPicks, isUnnumbered, type Picks, placeOf } from './match-rows.ts';
import { refusedWorkbook } from './refused-file.ts';
import { failImport, finishImport, tellProgress, waitingImport } from './store.ts';

/** What carrying out imports needs of a platform. */
export interface ImportDeps {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** One import at a time, whoever carries it out: each is taken in against what the one before left. */
export const IMPORT_LOCK = 732_003;

/** Carries out every import that was confirmed and is not done, the oldest first: also those that a stop interrupted. */
export async function runWaitingImports(deps: ImportDeps): Promise<void> {
  for (let next = await waitingImport(deps.database, null); next; next = await waitingImport(deps.database, null)) {
    await runImport(deps, next.id, true);
  }
  await forgetExpiredFiles(deps.database);
}

/**
 * Carries out one confirmed import in one transaction; what is refused or breaks leaves it failed, with nothing of it in.
 * @param wait whether to wait where another import is under way; else it is left waiting
 * @throws where the database is not there: the import waits for the next start
 */
export async function runImport(deps: ImportDeps, id: string, wait: boolean): Promise<void> {
  try {
    await carryOutImport(deps, id, wait);
  } catch (error) {
    if (isOutage(error)) throw error;
    if (!(error instanceof Refusal)) console.error(`[${id}]`, (error as Error).stack?.split('\n').slice(1, 8).join('\n'));
    await failImport(deps.database, id, error instanceof Refusal ? error.message : `导入出错，没有任何一行入库。请重新上传；如仍不行，请把编号 ${id} 告诉管理员。`);
  }
}

async function carryOutImport({ database, ledger, clock }: ImportDeps, id: string, wait: boolean): Promise<void> {
  const waiting = await waitingImport(database, id);
  if (!waiting) return;
  const { account, unit, document, files, picks, layouts, report: { importer, changesFile } } = waiting;
  const unnumbered = await readFiles(ledger.mechanism, await handedInBefore(database, files), { layouts, whole: document !== null });
  await transact(database, async (tx) => {
    const { rows } = await tx.query<{ held: boolean }>(wait ? 'select true as held from pg_advisory_xact_lock($1)' : 'select pg_try_advisory_xact_lock($1) as held', [IMPORT_LOCK]);
    if (!rows[0]!.held || !(await waitingImport(tx, id))) return;
    const read = await applyPicks(ledger.mechanism, unnumbered, picks, (found, count) => (count === 0 ? Promise.resolve([]) : nextNumbers(tx, found.origin.subject!, found.origin.numbering!, clock.today(), count, true)));
    await refuseGone(tx, unnumbered, picks);
    // Whose the rows are is asked of what will still stand when they go in. With a past year come decisions, which are taken before any lock.
    if (document === null) await lockRegistered(tx, namedIn(read));
    const taken = await takeInFiles(tx, ledger.mechanism, read, importer);
    const intake = document === null ? await leaveOutHeld(tx, ledger, clock.today(), taken) : taken;
    const foreign = document === null ? await foreignRows(tx, ledger.mechanism, intake.rows, importer) : [];
    if (foreign.length > 0) throw new Refusal('foreign-rows', `文件里有 ${foreign.length} 行现在已不是本单位的记录，没有导入任何一行。请重新上传后查看是哪些行。`);
    const author = { unit, account, request: id, today: clock.today() };
    const outcome = await carryOut(tx, ledger, intake, { author, document }, (done, total) => tellProgress(database, id, done, total));
    const refused = await refusedWorkbook(intake);
    const refusedFile = refused ? await keepFile(tx, `${id}.xlsx`, refused) : null;
    const report = keptReport(ledger.mechanism, intake, outcome, { importer, foreign, takesDecisions: document !== null, changesFile, refusedFile });
    await audit(tx, [{ account, unit, action: document === null ? 'imports:make' : 'imports:take-over', objectKind: 'import', objectId: id, request: id, detail: { ...outcome, rejected: report.rejectedCount, document } }]);
    await finishImport(tx, id, intake.rows.length, report);
  });
}

/** What a row was matched with must still be there: it would else be registered anew under its number. */
async function refuseGone(tx: Transaction, read: ReadFiles, picks: Picks): Promise<void> {
  const names = read.registers.flatMap(({ found, rows }) => rows.flatMap(({ at }) => {
    const pick = isUnnumbered(found) ? picks[placeOf(read, found, at.number)] : undefined;
    return typeof pick === 'object' ? [{ kind: found.origin.subject!, number: pick.to }] : [];
  }));
  const { rows } = await tx.query<{ gone: string }>(
    "select count(*) as gone from unnest($1::text[], $2::text[]) as n (kind, number) where not exists (select from dossier d where d.kind = n.kind and d.number = n.number and d.state <> 'withdrawn')",
    [names.map((it) => it.kind), names.map((it) => it.number)],
  );
  if (Number(rows[0]!.gone) > 0) throw new Refusal('match-gone', `有 ${rows[0]!.gone} 行对应的记录已被撤回，没有导入任何一行。请重新上传后核对。`);
}

function namedIn({ registers }: ReadFiles): SubjectName[] {
  return registers.flatMap(({ found, rows }) => rows.flatMap(({ row }) => (row && found.register.subject !== undefined ? [{ kind: found.register.subject, number: row.number }] : [])));
}
