import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { Importer } from './importer.ts';
import type { Outcome } from './carry-out.ts';
import type { AcceptedRow, Intake } from './intake.ts';
import { decisionNote, reportOf } from './report.ts';
import type { KeptFile, KeptReport } from './store.ts';

/** So many places are kept in the report; the file of refused rows has them all. */
const KEPT_REJECTIONS = 10_000;
const KEPT_FOREIGN = 200;

/** @param takesDecisions undefined where that is not known yet: the preview counts them */
export function keptReport({ vocabulary }: Mechanism, intake: Intake, outcome: Outcome, of: { importer: Importer; foreign: readonly AcceptedRow[]; takesDecisions: boolean | undefined; changesFile: string | null; refusedFile: string | null }): KeptReport {
  const { accepted, rejected } = reportOf(intake, of.takesDecisions);
  const naming = new Set(intake.registers.flatMap(({ register: { subject, sheet, columns } }) => (columns.some((it) => it.field !== undefined && vocabulary[subject ?? '']?.fields[it.field]?.type === 'person') ? [sheet] : [])));
  return {
    importer: of.importer,
    accepted,
    rejected: rejected.slice(0, KEPT_REJECTIONS).map((it) => (naming.has(it.sheet) ? { ...it, message: withoutCells(it.message) } : it)),
    rejectedCount: rejected.length,
    foreign: of.foreign.slice(0, KEPT_FOREIGN).map((it) => ({ sheet: it.found.register.sheet, row: it.at.number, number: it.row.number })),
    foreignCount: of.foreign.length,
    fresh: outcome.fresh,
    changed: outcome.changed,
    same: outcome.same,
    notes: [...intake.notes, ...(of.takesDecisions === false ? decisionNote(intake) : [])],
    partial: [...new Set(intake.registers.filter((it) => it.lacking.length > 0).map((it) => it.register.sheet))],
    changesFile: of.changesFile,
    refusedFile: of.refusedFile,
  };
}

/** A cell of such a register may be anybody's name, in whatever column it stands; the file of refused rows tells it, for its time. */
function withoutCells(message: string): string {
  return message.replace(/的“.*?”(?=不|校验)/gsu, '的内容').replace(/名为“.*?”的单位/gsu, '这样的单位');
}

/** What is kept of the files of an intake: their names, contents and registers. */
export function keptFiles(intake: Intake): KeptFile[] {
  return intake.files.map((file) => ({ ...file, registers: [...new Set(intake.registers.filter((it) => it.file === file).map((it) => it.register.sheet))] }));
}
