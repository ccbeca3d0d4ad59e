import type { Merge, Row, Sheet } from './sheet.ts';

/** What a reader gives, in this order for each sheet: its name, its rows in portions, its merges. */
export type SheetPiece = { sheet: string } | { rows: Row[] } | { merges: Merge[] };

/** Adds a piece to the sheets read so far. */
export function addPiece(sheets: Sheet[], piece: SheetPiece): void {
  if ('sheet' in piece) sheets.push({ name: piece.sheet, rows: [], merges: [] });
  else if ('rows' in piece) for (const row of piece.rows) sheets.at(-1)!.rows.push(row);
  else sheets.at(-1)!.merges = piece.merges;
}
