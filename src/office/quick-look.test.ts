import { expect, test } from 'vitest';
import { MAX_ROWS } from './limits.ts';
import { quickLook } from './quick-look.ts';
import { workbookOf, type TestParts } from './test-workbook.ts';
import { readWorkbookPart } from './workbook-part.ts';
import { ZipPackage } from './zip-package.ts';

async function look(parts: TestParts): Promise<void> {
  const pack = await ZipPackage.open(workbookOf(parts).bytes);
  await quickLook(pack, await readWorkbookPart(pack));
}

/** A row of one cell. */
const row = (inside: string): string => `<row r="7"><c r="L7" t="b">${inside}</c></row>`;
/** Not too regular to be opened as a package. */
const many = (count: number, make: (number: number) => string): string => Array.from({ length: count }, (_, index) => make((index * 7919) % 1_000_003)).join('');

test.each([
  ['is named with its cell', row('<f>A1</f><v>1</v>'), '表”的 L7 单元格是公式'],
  ['in a cell of an odd look', `<row><x:c  s="1"\n r = 'L7'><x:f\n>A1</x:f></x:c></row>`, '表”的 L7 单元格是公式'],
  ['in a cell without name', '<row><c><f>1</f></c></row>', '表”里有公式'],
  ['that follows a shared one', row('<f t="shared" si="0"/><v>1</v>'), '公式'],
  ['behind a comment', `<!-- </sheetData> -->${row('<f>A1</f>')}`, '公式'],
])('a formula %s', async (_, rows, message) => {
  await expect(look({ rows })).rejects.toMatchObject({ code: 'formula', message: expect.stringContaining(message) });
});

test.each([
  ['a truth value as LibreOffice saves it', { rows: row('<f aca="false">TRUE()</f><v>1</v>') }],
  ['a formula in a comment', { rows: row('<!-- <f>1</f> --><v>1</v>') }],
  ['a formula in CDATA', { rows: '<row><c t="inlineStr"><is><t><![CDATA[<f>1</f>]]></t></is></c></row>' }],
  ['a formula of a list of choices', { rows: row('<v>1</v>'), after: '<extLst><x14:dataValidation><xm:f>B!A1</xm:f></x14:dataValidation></extLst>' }],
  ['the same behind no rows', { sheet: '<worksheet><sheetData/><extLst><xm:f>B!A1</xm:f></extLst></worksheet>' }],
  ['a row below all others of which no cell holds anything', { rows: many(MAX_ROWS, (n) => row(`<v>${n}</v>`)) + row('<v></v>') + row('<v/>\n') }],
])('%s passes', async (_, parts) => {
  await look(parts);
});

test.each([
  ['a row too many', { rows: many(MAX_ROWS + 1, (n) => row(`<v>${n}</v>`)) }, '10 万行'],
  ['a row too many, of inline texts', { rows: many(MAX_ROWS + 1, (n) => row(`<is><t xml:space="preserve">${n}</t></is>`)) }, '10 万行'],
  ['cells too many', { rows: `<row>${many(29_000, (n) => `<c s="${n}"/>${'<c/>'.repeat(99)}`)}</row>` }, '280 万个单元格'],
])('%s: refused', async (_, parts, message) => {
  await expect(look(parts)).rejects.toMatchObject({ code: 'too-large', message: expect.stringContaining(message) });
});
