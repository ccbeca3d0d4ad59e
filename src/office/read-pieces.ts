import { fileKind } from './file-kind.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { SheetPiece } from './sheet-piece.ts';

/**
 * Reads a file in the thread that calls, piece by piece.
 * @param announce is told how many bytes there are to look at, before they are looked at; again when that is better known
 */
export async function* readPieces(file: { name: string; bytes: Uint8Array }, announce: (bytes: number) => void): AsyncGenerator<SheetPiece> {
  announce(file.bytes.length);
  if (fileKind(file.name, file.bytes) === 'zip') yield* readXlsx(file.bytes, announce);
  else yield* readCsv(file.bytes, file.name.replace(/^.*[\\/]/s, '').replace(/\.[^.]*$/, ''));
}
