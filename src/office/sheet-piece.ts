import type { Merge, Row, Sheet } from './sheet.ts';

/** What a reader gives, in this order for each sheet: its name, its rows, its merges where it has any. */
export type SheetPiece = { sheet: string } | { row: Row } | { merges: Merge[] };
export type GivePiece = (piece: SheetPiece) => void;

/** Adds a piece to the sheets read so far. */
export function addPiece(sheets: Sheet[], piece: SheetPiece): void {
  if ('sheet' in piece) sheets.push({ name: piece.sheet, rows: [], merges: [] });
  else if ('row' in piece) sheets.at(-1)!.rows.push(piece.row);
  else sheets.at(-1)!.merges = piece.merges;
}
