import { Gauge } from './gauge.ts';
import { judgePart, judgeParts, partPieces } from './package-parts.ts';
import { readRelationships } from './relationships.ts';
import type { SheetPiece } from './sheet-piece.ts';
import { readWorkbookPart, type Workbook } from './workbook-part.ts';
import { Worksheet } from './worksheet.ts';
import { ZipPackage } from './zip-package.ts';

/**
 * Reads an .xlsx file as a stream, to the last byte of its last part. What it has given is good only if it does not end in a refusal.
 * @param announce is told how many bytes there are to look at, before any of them is looked at
 */
export async function* readXlsx(bytes: Uint8Array, announce: (bytes: number) => void): AsyncGenerator<SheetPiece> {
  const pack = await ZipPackage.open(bytes);
  announce(pack.bytes);
  judgeParts(pack.names);
  const workbook = await readWorkbookPart(pack);
  const sheets = new Set(workbook.sheets.map(({ part }) => part));
  for (const name of pack.names) {
    if (name.endsWith('.rels')) await readRelationships(pack, name);
    else if (!sheets.has(name)) await judgePart(pack, name);
  }
  yield* readWorksheets(pack, workbook);
}

async function* readWorksheets(pack: ZipPackage, workbook: Workbook): AsyncGenerator<SheetPiece> {
  const gauge = new Gauge();
  for (const { name, part } of workbook.sheets) {
    yield { sheet: name };
    const worksheet = new Worksheet(name, workbook, gauge);
    for await (const _ of partPieces(pack, part, worksheet)) {
      for (const row of worksheet.take()) yield { row };
    }
    yield { merges: worksheet.merges };
  }
}
