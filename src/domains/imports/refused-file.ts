import { writeWorkbook } from '../../office/write-workbook.ts';
import type { Cell, Merge } from '../../office/sheet.ts';
import type { Intake, RejectedRow } from './intake.ts';
import type { FoundRegister } from './layout.ts';
import { REASON_HEADING } from './terms.ts';

const WIDTH = 14;
const REASON_WIDTH = 60;

interface RefusedSheet {
  name: string;
  rows: Cell[][];
  merges: Merge[];
  widths: number[];
  boldRows: number[];
}

/**
 * The refused rows in the layout in which they came, the reason beside each, to be corrected and sent again.
 * Titles and headers stand where they stood; the rows follow without gaps, their cells as the file held them.
 * @returns an .xlsx file, one sheet for each register with refused rows; undefined where no row was refused
 */
export async function refusedWorkbook(intake: Intake): Promise<Uint8Array | undefined> {
  const byRegister = Map.groupBy(intake.rejections, (it) => it.found);
  const sheets = [...byRegister].map(([found, rejections]) => refusedSheet(found, rejections));
  return sheets.length === 0 ? undefined : writeWorkbook(sheets);
}

function refusedSheet({ sheet, head, reasonAt }: FoundRegister, rejections: readonly RejectedRow[]): RefusedSheet {
  const last = head.at(-1)!.number;
  const width = Math.max(...[...head, ...rejections.map((it) => it.at)].map((it) => it.cells.length));
  const at = reasonAt ?? width;
  const withReason = (cells: readonly Cell[], reason: string): Cell[] => {
    const row = [...cells];
    while (row.length <= at) row.push(null);
    row[at] = reason;
    return row;
  };
  const rows: Cell[][] = Array.from({ length: last }, () => []);
  for (const it of head) rows[it.number - 1] = it.number === last ? withReason(it.cells, REASON_HEADING) : [...it.cells];
  for (const { at: row, code, message } of rejections) rows.push(withReason(row.cells, `${code}：${message}`));
  const widths = Array.from({ length: Math.max(width, at + 1) }, (_, column) => (column === at ? REASON_WIDTH : WIDTH));
  return { name: sheet.name, rows, merges: sheet.merges.filter((it) => it.bottom <= last), widths, boldRows: head.map((it) => it.number - 1) };
}
