import { describe, expect, test } from 'vitest';
import { readSheets } from './read-workbook.ts';
import type { Cell, Row } from './sheet.ts';
import { readHere } from './test-read.ts';
import { point, workbookOf, type TestParts } from './test-workbook.ts';

async function rowsOf(parts: TestParts): Promise<Row[]> {
  const [sheet] = await readHere(workbookOf(parts));
  return sheet!.rows;
}

/** The first cell of a workbook with one cell. */
async function cellOf(cell: string, parts: TestParts = {}): Promise<Cell | undefined> {
  return (await rowsOf({ rows: `<row r="1">${cell}</row>`, ...parts }))[0]?.cells[0];
}

const texts = '<si><t>甲</t></si><si><t xml:space="preserve"> 乙 </t></si><si><r><rPr><b/></rPr><t>丙</t></r><r><t>丁</t></r><rPh sb="0" eb="1"><t>ヘイ</t></rPh></si><si/><si><t>a_x000D_b&amp;&#x4e00;\r\nc</t></si>';
const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="31"/></cellXfs>';

describe('cells', () => {
  const cells: [what: string, xml: string, value: Cell | undefined][] = [
    ['a number', '<c><v>4300</v></c>', { number: '4300' }],
    ['a decimal of 17 digits', '<c><v>1.1000000000000001</v></c>', { number: '1.1' }],
    ['a number with exponent', '<c t="n"><v>1.5E-7</v></c>', { number: '0.00000015' }],
    ['an identity number kept as a number', '<c><v>3.2128319900101E17</v></c>', { number: '321283199001010000' }],
    ['minus zero', '<c><v>-0</v></c>', { number: '0' }],
    ['a number that is none', '<c><v>12abc</v></c>', '12abc'],
    ['a number too large to be one', '<c><v>1E999</v></c>', '1E999'],
    ['a shared text', '<c t="s"><v>0</v></c>', '甲'],
    ['white space, not trimmed', '<c t="s"><v>1</v></c>', ' 乙 '],
    ['rich text without its phonetic guide', '<c t="s"><v>2</v></c>', '丙丁'],
    ['an empty shared text', '<c t="s"><v>3</v></c>', undefined],
    ['escapes and line ends', '<c t="s"><v>4</v></c>', 'a\rb&一\nc'],
    ['an inline text', '<c t="inlineStr"><is><t>甲</t></is></c>', '甲'],
    ['an inline rich text', '<c t="inlineStr"><is><r><t>甲</t></r><r><t> 乙</t></r><rPh><t>x</t></rPh></is></c>', '甲 乙'],
    ['CDATA', '<c t="inlineStr"><is><t><![CDATA[<a>&amp;]]></t></is></c>', '<a>&amp;'],
    ['a text stored as a result', '<c t="str"><v>甲</v></c>', '甲'],
    ['true', '<c t="b"><v>1</v></c>', true],
    ['false', '<c t="b"><v>0</v></c>', false],
    ['true as LibreOffice saves it', '<c t="b"><f aca="false">TRUE()</f><v>1</v></c>', true],
    ['false as LibreOffice saves it', '<c t="b"><f aca="false">FALSE()</f><v>0</v></c>', false],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a blank cell', '<c s="1"/>', undefined],
    ['a cell without value', '<c t="n"><v></v></c>', undefined],
    ['a date', '<c s="1"><v>44260</v></c>', { date: '2021-03-05' }],
    ['a date with a time of day', '<c s="1"><v>44260.999</v></c>', { date: '2021-03-05' }],
    ['a date a hair below midnight', '<c s="1"><v>44259.99999999999</v></c>', { date: '2021-03-05' }],
    ['a date by an own format', '<c s="2"><v>44260</v></c>', { date: '2021-03-05' }],
    ['a date by a Chinese built-in format', '<c s="5"><v>44260</v></c>', { date: '2021-03-05' }],
    ['hours', '<c s="3"><v>1.5</v></c>', { number: '1.5' }],
    ['a time', '<c s="4"><v>0.5</v></c>', { number: '0.5' }],
    ['28 February 1900', '<c s="1"><v>59</v></c>', { date: '1900-02-28' }],
    ['29 February 1900, which never was', '<c s="1"><v>60</v></c>', { number: '60' }],
    ['1 March 1900', '<c s="1"><v>61</v></c>', { date: '1900-03-01' }],
    ['a day before 1900', '<c s="1"><v>-1</v></c>', { number: '-1' }],
    ['the last day', '<c s="1"><v>2958465</v></c>', { date: '9999-12-31' }],
    ['a day after the last', '<c s="1"><v>2958466</v></c>', { number: '2958466' }],
    ['an ISO date', '<c t="d"><v>2021-03-05T10:00:00</v></c>', { date: '2021-03-05' }],
    ['a style that is not there', '<c s="77"><v>44260</v></c>', { number: '44260' }],
    ['attributes in another order', "<c t='s'  r = 'A1' ><v>0</v></c >", '甲'],
    ['a ">" inside of an attribute', '<c x="a>b" t="s"><v>0</v></c>', '甲'],
    ['an attribute in an attribute', '<c x=" t=\'b\'" t="s"><v>0</v></c>', '甲'],
    ['a comment and an instruction', '<c><!-- <v>1</v> --><?a <v>2</v>?><v>3</v></c>', { number: '3' }],
  ];

  test.each(cells)('%s', async (_, xml, value) => {
    expect(await cellOf(xml, { texts, styles })).toEqual(value);
  });

  test('dates of the 1904 system', async () => {
    const book = { styles, book: '<workbookPr date1904="1"/>' };
    expect(await cellOf('<c s="1"><v>42798</v></c>', book)).toEqual({ date: '2021-03-05' });
    expect(await cellOf('<c s="1"><v>0</v></c>', book)).toEqual({ date: '1904-01-01' });
  });
});

describe('rows', () => {
  test('keep their numbers; blank ones are left out, blank cells in between are null', async () => {
    const rows =
      '<row r="1"><c r="B1"><v>1</v></c><c r="D1" s="1"/></row><row r="3"/><row r="4"><c t="str"><v> 　</v></c></row>' +
      '<row r="1000"><c r="A1000"><v>1</v></c><c r="AA1000"><v>2</v></c></row>';
    const [first, second, ...rest] = await rowsOf({ rows });
    expect(first).toEqual({ number: 1, cells: [null, { number: '1' }] });
    expect(second).toEqual({ number: 1000, cells: [{ number: '1' }, ...Array<null>(25).fill(null), { number: '2' }] });
    expect(rest).toEqual([]);
  });

  test('and cells are counted where they have no names', async () => {
    const rows = '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row><row r="7"><c><v>5</v></c></row>';
    expect(await rowsOf({ rows })).toEqual([
      { number: 1, cells: [{ number: '1' }, null, { number: '2' }] },
      { number: 2, cells: [null, null, { number: '3' }, { number: '4' }] },
      { number: 7, cells: [{ number: '5' }] },
    ]);
  });

  test('look alike however their cells are spelled', async () => {
    const values: [type: string, value: string][] = [['s', '0'], ['s', '2'], ['n', '1'], ['n', '0.50'], ['n', '1E3'], ['str', 'a_x000D_'], ['b', '1'], ['e', '#REF!'], ['n', '']];
    const plain = values.map(([type, value], index) => `<c r="${'ABCDEFGHI'[index]}1" s="${index % 3}" t="${type}"><v>${value}</v></c>`);
    const odd = values.map(([type, value], index) => `<x:c t='${type}' s="${index % 3}"><x:v>${value}</x:v ></x:c>`);
    const read = await rowsOf({ rows: `<row r="1">${plain.join('')}</row>`, texts, styles });
    expect(read).toEqual(await rowsOf({ rows: `<row r="1">${odd.join('')}</row>`, texts, styles }));
    expect(read[0]?.cells).toHaveLength(8);
  });

  test('with prefixed names are read alike', async () => {
    const sheet = '<x:worksheet xmlns:x="a"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await rowsOf({ sheet })).toEqual([{ number: 1, cells: ['甲'] }]);
  });
});

describe('sheets', () => {
  test('come in the order of their tabs with names and merges; chart sheets do not come', async () => {
    const second = { name: 'xl/worksheets/zwei.xml', data: '<worksheet><sheetData/></worksheet>' };
    const chart = { name: 'xl/chartsheets/sheet1.xml', data: '<chartsheet/>' };
    const sheets = await readSheets(
      workbookOf({
        sheets: '<sheet name="甲&amp;乙" r:id="rId2"/><sheet name="图" r:id="rId3"/><sheet name="丙" state="hidden" r:id="rId1"/>',
        points: point('rId2', 'worksheet', '/xl/worksheets/zwei.xml') + point('rId3', 'chartsheet', 'chartsheets/sheet1.xml'),
        after: '<mergeCells count="2"><mergeCell ref="A1:V1"/><mergeCell ref="L2:N2"/></mergeCells><hyperlinks/>',
        more: [second, chart],
      }),
    );
    expect(sheets).toEqual([
      { name: '甲&乙', rows: [], merges: [] },
      { name: '丙', rows: [], merges: [{ top: 1, left: 1, bottom: 1, right: 22 }, { top: 2, left: 12, bottom: 2, right: 14 }] },
    ]);
  });

  test('with hyperlinks are read', async () => {
    const rels = { name: 'xl/worksheets/_rels/sheet1.xml.rels', data: `<Relationships>${point('r', 'hyperlink', 'http://a.cn', 'TargetMode="External"')}</Relationships>` };
    expect(await rowsOf({ rows: '<row><c><v>1</v></c></row>', more: [rels] })).toHaveLength(1);
  });

  test('an xlsx is known by its content, whatever its name', async () => {
    const { bytes } = workbookOf({ rows: '<row><c><v>1</v></c></row>' });
    expect((await readSheets({ name: 'a.csv', bytes }))[0]?.name).toBe('表');
  });

  test.each([
    ['<c t="b"><f>TRUE()+0</f><v>1</v></c>'],
    ['<c t="b"><f>1=1</f><f>TRUE()</f><v>1</v></c>'],
    ['<c t="b"><f t="array" ref="A1:A9">TRUE()</f><v>1</v></c>'],
    ['<c t="str"><f>TRUE()</f><v>x</v></c>'],
    ['<c t="b"><f/><v>1</v></c>'],
  ])('nearly a truth value: %s', async (xml) => {
    await expect(readHere(workbookOf({ rows: `<row>${xml}</row>` }))).rejects.toMatchObject({ code: 'formula' });
  });

  test('a formula is refused with the place where it stands', async () => {
    const file = workbookOf({ sheets: '<sheet name="名册" r:id="rId1"/>', rows: '<row r="12"><c r="AB12"><f>A1</f></c></row>' });
    await expect(readSheets(file)).rejects.toMatchObject({ code: 'formula', message: expect.stringContaining('工作表“名册”的 AB12 单元格') });
  });

  test('the bytes given stay as they are, and several files are read at once', async () => {
    const file = workbookOf({ rows: '<row><c><v>1</v></c></row>' });
    const copy = Buffer.from(file.bytes);
    const all = await Promise.all(Array.from({ length: 6 }, () => readSheets(file)));
    expect(all.map(([sheet]) => sheet?.rows.length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(file.bytes.equals(copy)).toBe(true);
  });
});
