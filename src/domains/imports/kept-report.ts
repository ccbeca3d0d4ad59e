import type { Importer } from './belonging.ts';
import type { Outcome } from './carry-out.ts';
import type { AcceptedRow, Intake } from './intake.ts';
import { decisionNote, reportOf } from './report.ts';
import type { KeptFile, KeptReport } from './store.ts';

/** So many places are kept in the report; the file of refused rows has them all. */
const KEPT_REJECTIONS = 10_000;
const KEPT_FOREIGN = 200;

/** @param takesDecisions undefined where that is not known yet: the preview counts them */
export function keptReport(intake: Intake, outcome: Outcome, of: { importer: Importer; foreign: readonly AcceptedRow[]; takesDecisions: boolean | undefined; changesFile: string | null; refusedFile: string | null }): KeptReport {
  const { accepted, rejected } = reportOf(intake, of.takesDecisions);
  return {
    importer: of.importer,
    accepted,
    rejected: rejected.slice(0, KEPT_REJECTIONS),
    rejectedCount: rejected.length,
    foreign: of.foreign.slice(0, KEPT_FOREIGN).map((it) => ({ sheet: it.found.register.sheet, row: it.at.number, number: it.row.number })),
    foreignCount: of.foreign.length,
    fresh: outcome.fresh,
    changed: outcome.changed,
    same: outcome.same,
    notes: [...intake.notes, ...(of.takesDecisions === false ? decisionNote(intake) : [])],
    changesFile: of.changesFile,
    refusedFile: of.refusedFile,
  };
}

/** What is kept of the files of an intake: their names, contents and registers. */
export function keptFiles(intake: Intake): KeptFile[] {
  return intake.files.map((file) => ({ ...file, registers: [...new Set(intake.registers.filter((it) => it.file === file).map((it) => it.register.sheet))] }));
}
