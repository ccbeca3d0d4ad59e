import { stylesXml } from './cell-styles.ts';
import { contentTypes, relationshipsXml, workbookXml } from './office-xml.ts';
import { sheetNames } from './sheet-names.ts';
import { sharedTextsXml, worksheetXml, type SheetToWrite } from './worksheet-xml.ts';
import { zipParts, type ZipPart } from './zip-writer.ts';

const PIECE_CHARS = 64 * 1024;

/**
 * Writes an .xlsx workbook. Days are real dates (`yyyy-mm-dd`), numbers are numbers (where Excel's doubles keep them
 * as written, else texts), and no text is ever a formula, whatever it begins with. `readSheets` gives back what was written.
 * @param sheets at least one
 * @returns the bytes of the file; the same sheets give the same bytes
 */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  if (sheets.length === 0) throw new RangeError('a workbook has at least one sheet');
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const part = (path: string, pieces: Iterable<string>): ZipPart => ({ path, pieces: joined(pieces) });
  const worksheets = sheets.map((_, index) => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` }));
  return zipParts([
    part('[Content_Types].xml', [contentTypes(sheets.length)]),
    part('_rels/.rels', [relationshipsXml([{ type: 'officeDocument', target: 'xl/workbook.xml' }])]),
    part('xl/workbook.xml', [workbookXml(sheetNames(sheets.map(({ name }) => name)))]),
    part('xl/_rels/workbook.xml.rels', [
      relationshipsXml([...worksheets, { type: 'styles', target: 'styles.xml' }, { type: 'sharedStrings', target: 'sharedStrings.xml' }]),
    ]),
    part('xl/styles.xml', [stylesXml()]),
    ...sheets.map((sheet, index) => part(`xl/${worksheets[index]!.target}`, worksheetXml(sheet, placeOf))),
    part('xl/sharedStrings.xml', { [Symbol.iterator]: () => sharedTextsXml(places.keys()) }),
  ]);
}

/** Small pieces put together to larger ones. */
function* joined(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < PIECE_CHARS) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
