import type { Row } from './sheet.ts';

/** Small enough that taking one portion does not hold up a server (a few milliseconds). */
const PORTION_CELLS = 4_000;
const PORTION_CHARS = 256 * 1024;

/** Cuts rows into portions of some cells and characters; a row is never cut. */
export function* portions(rows: readonly Row[]): Generator<Row[]> {
  let portion: Row[] = [];
  let cells = 0;
  let chars = 0;
  for (const row of rows) {
    portion.push(row);
    cells += row.cells.length;
    for (const cell of row.cells) if (typeof cell === 'string') chars += cell.length;
    if (cells < PORTION_CELLS && chars < PORTION_CHARS) continue;
    yield portion;
    portion = [];
    cells = 0;
    chars = 0;
  }
  if (portion.length > 0) yield portion;
}
