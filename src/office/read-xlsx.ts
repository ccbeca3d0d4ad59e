import { Gauge } from './gauge.ts';
import { drainPart, judgeParts, scanPart, scanPieces } from './package-parts.ts';
import { Relationships } from './relationships.ts';
import { SharedTexts } from './shared-texts.ts';
import type { Row } from './sheet.ts';
import type { SheetPiece } from './sheet-piece.ts';
import { readWorkbookPart, type Workbook } from './workbook-part.ts';
import { Worksheet } from './worksheet.ts';
import { ZipPackage } from './zip-package.ts';

/**
 * Reads an .xlsx file twice: first to its last byte to judge it, holding nothing; then to give its rows.
 * So a file that is refused has cost no more memory than a few buffers, however much it unpacks to.
 * @param announce is told how many bytes there are to look at, before any of them is looked at
 */
export async function* readXlsx(bytes: Uint8Array, announce: (bytes: number) => void): AsyncGenerator<SheetPiece> {
  const pack = await ZipPackage.open(bytes, (name) => name.startsWith('xl/worksheets/'));
  announce(pack.bytes);
  judgeParts(pack.names);
  const workbook = await readWorkbookPart(pack);
  await judgeRest(pack, workbook);
  for await (const _ of readWorksheets(pack, workbook, false));
  yield* readWorksheets(pack, workbook, true);
}

/** Judges every part that is neither a sheet of the workbook nor its shared texts. */
async function judgeRest(pack: ZipPackage, workbook: Workbook): Promise<void> {
  const read = new Set([...workbook.sheets.map(({ part }) => part), workbook.textsPart ?? ''].map((part) => part.toLowerCase()));
  for (const name of pack.names) {
    if (name.endsWith('.rels')) await scanPart(pack, name, new Relationships(false));
    else if (!read.has(name)) await drainPart(pack, name);
  }
}

/** @param hold false to judge only: shared texts are not kept and stand-ins come in their place */
async function* readWorksheets(pack: ZipPackage, workbook: Workbook, hold: boolean): AsyncGenerator<SheetPiece> {
  const texts = new SharedTexts(hold);
  if (workbook.textsPart !== undefined) await scanPart(pack, workbook.textsPart, texts);
  const { styles, date1904 } = workbook;
  const context = { texts, styles, date1904, gauge: new Gauge() };
  for (const { name, part } of workbook.sheets) {
    yield { sheet: name };
    let rows: Row[] = [];
    const worksheet = new Worksheet(name, context, (row) => rows.push(row));
    for await (const _ of scanPieces(pack, part, worksheet)) {
      yield { rows };
      rows = [];
    }
    yield { merges: worksheet.merges };
  }
}
