import { setImmediate } from 'node:timers/promises';
import type { ColumnFormat } from '../../mechanism/format/registers.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { Cell, Row } from '../../office/sheet.ts';
import type { FoundRegister } from './layout.ts';
import { type ReadDecision, readDecision } from './read-decision.ts';
import { type ReadRow, readRow, type RowProblem } from './read-row.ts';
import { unitNames } from './unit-names.ts';

/** A row read by itself: a subject's, or a decision's (none where the pack does not know its parameter). */
interface ReadAt {
  readonly at: Row;
  readonly row?: ReadRow;
  readonly decision?: ReadDecision;
  readonly problems: readonly RowProblem[];
}

export interface ReadRegister {
  readonly found: FoundRegister;
  readonly rows: readonly ReadAt[];
}

/** Rows between which others get a turn: a large file must not stop the house. */
export const ROWS_A_TURN = 1_000;

/** Reads every row of the registers found by itself; nothing is compared with other rows or with what is registered. */
export async function readRegisters(mechanism: Mechanism, all: readonly FoundRegister[]): Promise<ReadRegister[]> {
  const units = unitNames(mechanism.pack);
  const result: ReadRegister[] = [];
  for (const found of all) {
    const kind = found.register.subject === undefined ? undefined : mechanism.vocabulary[found.register.subject]!;
    const rows: ReadAt[] = [];
    for (const at of found.rows) {
      const cells = cellsOf(found, at);
      rows.push({ at, ...(kind ? readRow({ pack: mechanism.pack, kind, units }, cells) : readDecision(mechanism.pack, cells)) });
      if (rows.length % ROWS_A_TURN === 0) await setImmediate();
    }
    result.push({ found, rows });
  }
  return result;
}

function cellsOf(found: FoundRegister, row: Row): Map<ColumnFormat, Cell> {
  const cells = new Map<ColumnFormat, Cell>();
  for (const [column, at] of found.places) cells.set(column, row.cells[at] ?? null);
  return cells;
}
