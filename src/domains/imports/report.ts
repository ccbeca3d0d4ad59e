import type { Intake } from './intake.ts';
import type { Rejection } from './terms.ts';

/** What an import tells of itself, as anyone can compare it. */
export interface Report {
  /** Rows that went in, by register. */
  readonly accepted: Readonly<Record<string, number>>;
  /** In the order of files, sheets and rows. */
  readonly rejected: readonly Rejection[];
}

/** @param takesDecisions false where rows are only declared: decisions (口径) do not go in then */
export function reportOf(intake: Intake, takesDecisions = true): Report {
  const passed = takesDecisions ? [] : intake.decisions.map((it) => it.sheet);
  return {
    accepted: { ...intake.accepted, ...Object.fromEntries(passed.map((sheet) => [sheet, 0])) },
    rejected: intake.rejections.map(({ sheet, row, code, message }) => ({ sheet, row, code, message })),
  };
}

/** Why decisions among the rows were not taken, where there were any. */
export function decisionNote(intake: Intake): string[] {
  const { length } = intake.decisions;
  return length === 0 ? [] : [`口径 ${length} 行没有采纳：口径由一人凭文件提出、另一人批准，请在口径页提出；期初建账时可随台账一并接收。`];
}
