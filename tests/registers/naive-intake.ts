import { comparable, textOf } from './naive-cells.ts';
import { type Code, firstCode } from './naive-checks.ts';
import {
  type Activity, activityOf, type Agency, agencyOf, type Investment, investmentOf, isCertified,
  type Project, projectOf, type Talent, talentOf, type Threshold, thresholdOf,
} from './naive-facts.ts';
import { LAYOUTS } from './layout.ts';
import { cellOf, type Row, rowsOf } from './naive-rows.ts';
import type { RegisterSheet } from './register-sheet.ts';

export interface Rejected {
  readonly sheet: string;
  readonly row: number;
  readonly code: Code;
}

/** The certified facts, each list in the order of its sheet. Agencies and decisions have no 认定状态: all of them. */
export interface Registers {
  /** Names of the platforms. */
  readonly platforms: readonly string[];
  readonly activities: readonly Activity[];
  readonly talents: readonly Talent[];
  readonly projects: readonly Project[];
  readonly investments: readonly Investment[];
  readonly agencies: readonly Agency[];
  readonly thresholds: readonly Threshold[];
}

/**
 * Reads the sheets in an order in which references come first, each from top to bottom.
 * "References are resolved over the whole file after its rows are checked": since no sheet refers to itself or to a
 * later one of that order, every row that a row may refer to has been judged before it, whatever the order in the file.
 */
export function takeIn(sheets: readonly RegisterSheet[]): { registers: Registers; rejected: Rejected[] } {
  const rejected: Rejected[] = [];
  const acceptedRows = new Map<string, Row[]>();
  const acceptedIds = new Map<string, Set<string>>();

  for (const layout of LAYOUTS) {
    const earlier = new Set<string>();
    const rows: Row[] = [];
    const ids = new Set<string>();
    for (const sheet of sheets) {
      if (sheet.name.trim() !== layout.sheet) continue;
      for (const row of rowsOf(sheet, layout)) {
        const id = layout.id ? textOf(cellOf(row, layout.id)) : '';
        const code = firstCode(row, layout, { accepted: acceptedIds, earlier, earlierAccepted: rows });
        if (code) rejected.push({ sheet: layout.sheet, row: row.number, code });
        else {
          rows.push(row);
          ids.add(id);
        }
        if (id !== '') earlier.add(id);
      }
    }
    acceptedRows.set(layout.sheet, rows);
    acceptedIds.set(layout.sheet, ids);
  }

  const certified = (sheet: string) => (acceptedRows.get(sheet) ?? []).filter(isCertified);
  const all = (sheet: string) => acceptedRows.get(sheet) ?? [];
  return {
    rejected,
    registers: {
      platforms: certified('平台台账').map((row) => textOf(cellOf(row, '平台名称'))),
      activities: certified('活动台账').map(activityOf),
      talents: certified('人才台账').map(talentOf),
      projects: certified('项目台账').map(projectOf),
      investments: certified('投资台账').map(investmentOf),
      agencies: all('中介机构').map(agencyOf),
      thresholds: all('口径').filter(isThreshold).map(thresholdOf),
    },
  };
}

/** The one 参数 that the sample holds: 实缴资本认定标准（万元）. Others are no concern of the measures. */
function isThreshold(row: Row): boolean {
  return comparable(textOf(cellOf(row, '参数'))).startsWith('实缴资本认定标准');
}
