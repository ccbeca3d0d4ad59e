import { SaxesParser } from 'saxes';
import { beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../kernel/refusal.ts';
import { readSheets } from './read-workbook.ts';
import type { Sheet } from './sheet.ts';
import { entriesOf, point, points, workbookOf, type TestParts } from './test-workbook.ts';
import { zipOf, type TestEntry } from './test-zip.ts';

const MIB = 1024 * 1024;

interface Measured {
  sheets?: Sheet[];
  refusal?: Refusal;
  milliseconds: number;
  growth: number;
  lag: number;
}

/** Reads a file and looks every few milliseconds at the process's memory and at how late its timers are. */
async function measured(file: { name: string; bytes: Uint8Array }): Promise<Measured> {
  const start = performance.now();
  const before = process.memoryUsage.rss();
  let [peak, lag, last] = [before, 0, start];
  const timer = setInterval(() => {
    const now = performance.now();
    lag = Math.max(lag, now - last - 5);
    last = now;
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  const answer = await readSheets(file).then(
    (sheets) => ({ sheets }),
    (error: unknown) => {
      if (error instanceof Refusal) return { refusal: error };
      throw error;
    },
  );
  clearInterval(timer);
  return { ...answer, milliseconds: performance.now() - start, growth: (peak - before) / MIB, lag };
}

/** Text of so many bytes in UTF-8 (three a character) that deflates about hundredfold, so that it passes for content. */
function padded(bytes: number): string {
  const lines = Array.from({ length: 1_000 }, (_, number) => `${'数'.repeat(400)}${(number * 2654435761) % 99991}`).join('');
  return lines.repeat(Math.ceil(bytes / 1_205_000)).slice(0, bytes / 3);
}

const repeat = (count: number, make: (index: number) => string): string => Array.from({ length: count }, (_, index) => make(index)).join('');
const workbook = (parts: TestParts) => (): { name: string; bytes: Uint8Array } => workbookOf(parts);
const withEntry = (entry: TestEntry) => workbook({ more: [entry] });
const named = (name: string, bytes: string | Uint8Array) => (): { name: string; bytes: Uint8Array } => ({ name, bytes: Buffer.from(bytes as string) });
const oldContainer = (stream: string): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(900)]);
const number = (index: number): string => String((index * 7919) % 1_000_003);
const goodFile = workbookOf({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });

const files: [what: string, code: string, make: () => { name: string; bytes: Uint8Array }][] = [
  ['an empty file', 'not-a-workbook', named('a.xlsx', '')],
  ['a sentence', 'not-a-workbook', named('a.xlsx', '这不是表格\n')],
  ['a picture', 'not-a-workbook', named('a.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))],
  ['a PDF', 'not-a-workbook', named('a.xlsx', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj', 'latin1'))],
  ['a web page called .xls', 'not-a-workbook', named('a.xls', '<html><table><tr><td>1,2</td></tr></table></html>')],
  ['a web page called .csv', 'not-a-workbook', named('a.csv', ' <!DOCTYPE html><table>')],
  ['a UTF-16 text', 'not-a-workbook', named('a.csv', Buffer.from('\ufeff甲,乙', 'utf16le'))],
  ['a CSV with zero bytes', 'not-a-workbook', named('a.csv', 'a,b\0c')],
  ['a CSV in no encoding', 'damaged', named('a.csv', Buffer.from('a,\xff\xff\n', 'latin1'))],
  ['an old .xls', 'old-excel', named('a.xls', oldContainer('Workbook'))],
  ['an old .xls called .xlsx', 'old-excel', named('a.xlsx', oldContainer('Book'))],
  ['an old .doc', 'not-a-workbook', named('a.doc', oldContainer('WordDocument'))],
  ['an encrypted .xlsx', 'encrypted', named('a.xlsx', oldContainer('EncryptedPackage'))],
  ['an encrypted entry', 'encrypted', withEntry({ name: 'xl/a.xml', data: '', says: { flags: 1 } })],
  ['a zip that is no workbook', 'not-a-workbook', () => ({ name: 'a.xlsx', bytes: zipOf([{ name: 'a.txt', data: 'a' }]) })],
  ['a zip of nothing', 'not-a-workbook', () => ({ name: 'a.xlsx', bytes: zipOf([]) })],
  ['a .docx', 'not-a-workbook', workbook({ mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' })],
  ['an .xlsb', 'not-a-workbook', withEntry({ name: 'xl/workbook.bin', data: '' })],
  ['half of a workbook', 'damaged', () => ({ ...goodFile, bytes: goodFile.bytes.subarray(0, goodFile.bytes.length / 2) })],
  ['a workbook without its last byte', 'damaged', () => ({ ...goodFile, bytes: goodFile.bytes.subarray(0, -1) })],
  ['a wrong checksum', 'damaged', withEntry({ name: 'xl/a.xml', data: '<a/>', says: { crc: 1 } })],
  ['an unknown compression', 'damaged', withEntry({ name: 'xl/a.xml', data: '<a/>', says: { method: 12 } })],
  ['a stream that is no deflate', 'damaged', withEntry({ name: 'xl/a.xml', data: '\xff\xff\xff', stored: true, says: { method: 8 } })],
  ['two entries of one name', 'damaged', withEntry({ name: 'XL/worksheets/Sheet1.xml', data: '<worksheet/>' })],
  ['XML that ends early', 'damaged', workbook({ sheet: '<worksheet><sheetData><row r="1">' })],
  ['XML with crossed tags', 'damaged', workbook({ sheet: '<worksheet><sheetData></worksheet></sheetData>' })],
  ['a sheet in UTF-16', 'damaged', workbook({ sheet: Buffer.from('\ufeff<worksheet/>', 'utf16le') })],
  ['an unknown entity', 'damaged', workbook({ rows: '<row><c t="str"><v>&xxe;</v></c></row>' })],
  ['cells that run backwards', 'damaged', workbook({ rows: '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>' })],
  ['a cell of another row', 'damaged', workbook({ rows: '<row r="1"><c r="A2"><v>1</v></c></row>' })],
  ['a cell beyond XFD', 'damaged', workbook({ rows: '<row r="1"><c r="XFE1"><v>1</v></c></row>' })],
  ['a text that is not in the table', 'damaged', workbook({ rows: '<row><c t="s"><v>5</v></c></row>', texts: '<si><t>a</t></si>' })],
  ['one part for two sheets', 'damaged', workbook({ sheets: '<sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/>' })],
  ['a path out of the folder', 'unsafe-content', withEntry({ name: '../../etc/passwd', data: '' })],
  ['an absolute path', 'unsafe-content', withEntry({ name: '/etc/passwd', data: '' })],
  ['a symbolic link', 'unsafe-content', withEntry({ name: 'xl/a.xml', data: '/etc/passwd', says: { attributes: 0xa1ff_0000 } })],
  ['a zip in the zip', 'unsafe-content', withEntry({ name: 'xl/media/image1.png', data: zipOf([{ name: 'a', data: 'a' }]) })],
  ['a workbook in the zip', 'unsafe-content', withEntry({ name: 'xl/inner.xlsx', data: 'x' })],
  ['entities in entities in a sheet', 'unsafe-content', workbook({ sheet: `<!DOCTYPE a [<!ENTITY a "ha">${repeat(9, (n) => `<!ENTITY a${n} "&a;&a;">`)}]><worksheet/>` })],
  ['an external entity in the texts', 'unsafe-content', workbook({ texts: '', more: [], sheet: '<?xml version="1.0"?> <!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>' })],
  ['a DOCTYPE in a part that nobody reads', 'unsafe-content', withEntry({ name: 'xl/theme/theme1.xml', data: `${padded(262_140)}<!DOCTYPE a><a/>` })],
  ['macros', 'macro', withEntry({ name: 'xl/vbaProject.bin', data: 'x' })],
  ['macros by content type', 'macro', workbook({ mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' })],
  ['an Excel 4 macro sheet', 'macro', workbook({ points: '<Relationship Id="r" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="m.xml"/>' })],
  ['a link to another workbook', 'external-link', withEntry({ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' })],
  ['DDE', 'external-link', withEntry({ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>' })],
  ['a data connection', 'external-link', withEntry({ name: 'xl/connections.xml', data: '<connections/>' })],
  ['a picture from the network', 'external-link', withEntry({ name: 'xl/drawings/_rels/drawing1.xml.rels', data: points(point('rId1', 'image', 'http://10.0.0.1/a.png', 'TargetMode="External"')) })],
  ['an embedded object', 'embedded-object', withEntry({ name: 'xl/embeddings/oleObject1.bin', data: 'x' })],
  ['an ActiveX control', 'embedded-object', withEntry({ name: 'xl/activeX/activeX1.xml', data: '<ax/>' })],
  ['a formula', 'formula', workbook({ rows: '<row r="5"><c r="L5"><f>WEBSERVICE("http://a")</f><v>1</v></c></row>' })],
  ['a follower of a shared formula', 'formula', workbook({ rows: '<row r="5"><c r="L5"><f t="shared" si="0"/><v>1</v></c></row>' })],
  ['a formula with a prefix', 'formula', workbook({ rows: '<x:row r="5"><x:c r="L5"><x:v>1</x:v><x:f>1</x:f></x:c></x:row>' })],
  ['too many bytes', 'too-large', named('a.csv', Buffer.alloc(20 * MIB + 1, 'a,'))],
  ['too many entries', 'too-large', workbook({ more: Array.from({ length: 2_000 }, (_, index) => ({ name: `a${index}`, data: '' })) })],
  ['a bomb of one text', 'too-large', workbook({ texts: `<si><t>${'a'.repeat(60 * MIB)}</t></si>` })],
  ['a bomb of rows', 'too-large', workbook({ rows: '<row><c><v>1</v></c></row>'.repeat(2 * MIB) })],
  ['100 MB in two entries', 'too-large', () => ({ name: 'a.xlsx', bytes: zipOf([...entriesOf({}), ...['a', 'b'].map((name) => ({ name, data: 'a', stored: true, says: { size: 50 * MIB, method: 8 } }))]) })],
  ['an entry that says less than it holds', 'damaged', withEntry({ name: 'xl/a.xml', data: 'a'.repeat(50 * MIB), says: { size: 1_000 } })],
  ['50 MB in one inline cell', 'too-large', workbook({ rows: `<row><c t="inlineStr"><is><t>${padded(50 * MIB)}</t></is></c></row>` })],
  ['50 MB in one number', 'too-large', workbook({ rows: `<row><c><v>${padded(50 * MIB)}</v></c></row>` })],
  ['50 MB in one shared text', 'too-large', workbook({ texts: `<si><r><t>${padded(50 * MIB)}</t></r></si>` })],
  ['50 MB in one attribute', 'damaged', workbook({ rows: `<row r="${padded(50 * MIB)}"></row>` })],
  ['50 MB in one comment', 'damaged', workbook({ rows: `<!--${padded(50 * MIB)}-->` })],
  ['a cell of 32,768 characters', 'too-large', workbook({ rows: `<row><c t="str"><v>${padded(3 * 32_768)}</v></c></row>` })],
  ['a shared text of 32,768 characters', 'too-large', workbook({ texts: `<si><t>${padded(3 * 32_768)}</t></si>` })],
  ['one long text used ten thousand times', 'too-large', workbook({ texts: `<si><t>${padded(90_000)}</t></si>`, rows: repeat(10_000, (n) => `<row r="${n * 3 + 1}"><c t="s"><v>0</v></c></row>`) })],
  ['a row whose text swells in JSON', 'too-large', workbook({ texts: `<si><t>${'_x0001_'.repeat(30_000)}</t></si>`, rows: `<row>${'<c t="s"><v>0</v></c>'.repeat(40)}</row>` })],
  ['100,101 rows', 'too-large', workbook({ rows: repeat(100_101, (n) => `<row r="${n + 1}"><c><v>${number(n)}</v></c></row>`) })],
  ['200 rows as wide as Excel', 'too-large', workbook({ rows: repeat(200, (n) => `<row r="${n + 1}"><c r="XFD${n + 1}"><v>1</v></c></row>`) })],
  ['a row beyond Excel', 'too-large', workbook({ rows: '<row r="1048577"/>' })],
  ['100,000 merges', 'too-large', workbook({ after: `<mergeCells>${repeat(100_000, (n) => `<mergeCell ref="A${n + 1}:B${n + 1}"/>`)}</mergeCells>` })],
  ['3,000 sheets', 'too-large', workbook({ sheets: repeat(3_000, (n) => `<sheet name="${n}" r:id="rId${n}"/>`) })],
  ['100,000 relationships', 'too-large', workbook({ points: repeat(100_000, (n) => point(`r${n}`, 'theme', `${number(n)}.xml`)) })],
  ['100,000 styles', 'damaged', workbook({ styles: `<cellXfs>${repeat(100_000, (n) => `<xf numFmtId="${number(n)}"/>`)}</cellXfs>` })],
  ['elements in elements', 'damaged', workbook({ rows: '<a>'.repeat(100) })],
  ['a CSV of twenty million commas', 'too-large', named('a.csv', 'a' + ','.repeat(20 * MIB - 1))],
  ['a CSV of letters ten thousand commas apart', 'too-large', named('a.csv', `a${','.repeat(9_999)}`.repeat(2_000))],
  ['a CSV of twenty million blank lines', 'too-large', named('a.csv', '\n'.repeat(20 * MIB))],
  ['a CSV of ten million lines', 'too-large', named('a.csv', 'a\n'.repeat(10 * MIB))],
  ['a CSV of one cell', 'too-large', named('a.csv', 'a'.repeat(20 * MIB))],
  ['a CSV of quotes', 'too-large', named('a.csv', '"'.repeat(20 * MIB))],
  ['a CSV with a quote that swallows the rest', 'too-large', named('a.csv', `a,"b\n${'c,d\n'.repeat(MIB)}`)],
  ['a CSV with a quote at its end', 'damaged', named('a.csv', 'a,"b\nc')],
];

const cellIn = (row: number, column: number, inside: string): string => `<c r="${String.fromCharCode(65 + column)}${row}">${inside}</c>`;
const rowsOf = (rows: number, columns: number): string => repeat(rows, (n) => `<row r="${n + 1}">${repeat(columns, (c) => cellIn(n + 1, c, `<v>${number(n + c)}</v>`))}</row>`);
const A_FORMULA = '<row><c><f>1</f></c></row>';
const millionRows = (place: number): TestEntry => ({ name: `xl/worksheets/${place}.xml`, data: `<worksheet><sheetData>${repeat(1_000_000, (n) => `<row r="${n + 1}"/>`)}</sheetData></worksheet>` });

/** Files as large and as regular as real ones, but for what is wrong at their very end: what takes longest to find out. */
const giants: typeof files = [
  ['3 million cells', 'too-large', workbook({ rows: repeat(43_000, (n) => `<row r="${n + 1}">${repeat(70, (c) => `<c><v>${number(n + c)}</v></c>`)}</row>`) })],
  ['3 million cells of an odd look', 'too-large', workbook({ rows: repeat(43_000, (n) => `<x:row r="${n + 1}">${repeat(70, (c) => `<x:c><x:v>${number(n + c)}</x:v></x:c>`)}</x:row>`) })],
  ['3 million cells between comments', 'too-large', workbook({ rows: repeat(43_000, (n) => `<row r="${n + 1}"><!-- <c> -->${repeat(70, (c) => `<c><v>${number(n + c)}</v></c>`)}</row>`) })],
  ['five million blank cells', 'too-large', workbook({ rows: repeat(500, (n) => `<row r="${n + 1}">${repeat(10_000, (c) => (c % 100 === 0 ? `<c s="${number(c)}"/>` : '<c/>'))}</row>`) })],
  ['three million empty rows', 'too-large', workbook({ sheets: repeat(3, (n) => `<sheet name="${n}" r:id="m${n}"/>`), points: repeat(3, (n) => point(`m${n}`, 'worksheet', `worksheets/${n}.xml`)), more: [0, 1, 2].map(millionRows) })],
  ['110,000 rows of 22 columns', 'too-large', workbook({ rows: rowsOf(110_000, 22) })],
  ['a flood of elements', 'too-large', workbook({ after: `<a>${repeat(1_200_000, (n) => `<a/><b/><c/><d/><e/><f/><g/><h n="${number(n)}"/>`)}</a>` })],
  ['a flood of elements in the texts', 'too-large', workbook({ texts: repeat(1_200_000, (n) => `<a/><b/><c/><d/><e/><f/><g/><h n="${number(n)}"/>`) })],
  ['a flood of elements in the styles', 'too-large', workbook({ styles: repeat(1_200_000, (n) => `<a/><b/><c/><d/><e/><f/><g/><h n="${number(n)}"/>`) })],
  ['a formula behind two million cells', 'formula', workbook({ rows: rowsOf(99_999, 22) + A_FORMULA })],
  ['a formula behind two million shared texts', 'formula', workbook({ texts: repeat(2_000_000, (n) => `<si><t>${number(n)}</t></si>`), rows: A_FORMULA })],
  ['a wrong checksum behind 90 MB', 'damaged', withEntry({ name: 'xl/a.xml', data: padded(90 * MIB), says: { crc: 1 } })],
];

/** What is odd but harmless is read, as cheaply. */
const harmless: [what: string, rows: number, make: () => { name: string; bytes: Uint8Array }][] = [
  ['a lone cell at XFD1048576', 1, workbook({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' })],
  ['a million empty rows', 1, workbook({ rows: repeat(1_000_000, (n) => `<row r="${n + 1}"/>`) + '<row><c><v>1</v></c></row>' })],
  ['a million blank lines', 1, named('a.csv', `${'\n'.repeat(1_000_000)}a`)],
  ['a CSV of a title and 100,000 longer records', 100_001, named('a.csv', `标题\n${'a,b,c,d,e\n'.repeat(100_000)}`)],
  ['number formats made to be slow', 1, workbook({ rows: '<row><c><v>1</v></c></row>', styles: `<numFmts>${repeat(5_000, (n) => `<numFmt numFmtId="${n}" formatCode="${'['.repeat(450)}${'m'.repeat(450)}${number(n)}"/>`)}</numFmts>` })],
  ['a number of 30,000 digits and a letter', 1, workbook({ rows: `<row>${repeat(30, () => `<c><v>${repeat(4_600, number).slice(0, 30_000)}x</v></c>`)}</row>` })],
];

/** A hundred thousand full rows are much, but no more than offices have. */
const honest: [what: string, make: () => { name: string; bytes: Uint8Array }][] = [
  ['numbers', workbook({ rows: rowsOf(100_000, 22) })],
  ['texts of their own', workbook({ rows: repeat(100_000, (n) => `<row r="${n + 1}">${repeat(22, (c) => `<c t="inlineStr"><is><t>${number(n + c)}号</t></is></c>`)}</row>`) })],
  ['shared texts', workbook({ texts: repeat(1_100_000, (n) => `<si><t>泰兴新能源科技${n}</t></si>`), rows: repeat(100_000, (n) => `<row r="${n + 1}">${repeat(22, (c) => cellIn(n + 1, c, `<v>${n * 11 + (c % 11)}</v>`).replace('>', ' t="s">'))}</row>`) })],
];

/**
 * In milliseconds. Alone on the machine (`npm run hostile`) a hostile file is refused within a second; beside all other tests
 * the clock says little, so only a hang fails.
 */
const TIMED = Boolean(process.env['TIMED']);
const SECOND = TIMED ? 1_000 : 6_000;
const MAX_LAG = TIMED ? 100 : 1_000;
const PATIENCE = { retry: 2, timeout: 60_000 };

const CONTROL = `<a>${'<b c="d">e</b>'.repeat(40_000)}</a>`;
/** What the control takes on a machine that does nothing else. */
const CONTROL_MILLISECONDS = 15;
/** Enough to be interrupted by what else runs. */
const CONTROLS = 8;

describe('hostile files', () => {
  /** How much slower than usual this machine is at the moment. */
  let slowness = 1;

  beforeEach(() => {
    const start = performance.now();
    for (let round = 0; round < CONTROLS; round++) new SaxesParser({ xmlns: false, position: false }).write(CONTROL).close();
    slowness = Math.max(1, (performance.now() - start) / CONTROLS / CONTROL_MILLISECONDS);
  });

  test.each([...files, ...giants])('%s: refused as %s', PATIENCE, async (_, code, make) => {
    const { refusal, milliseconds, growth, lag } = await measured(make());
    expect(refusal?.code).toBe(code);
    expect(refusal?.message).toMatch(/^[^\n]{6,}请[^\n]+。$/);
    expect(milliseconds).toBeLessThan(SECOND * slowness);
    expect(growth).toBeLessThan(64);
    expect(lag).toBeLessThan(MAX_LAG);
  });

  test.each(harmless)('%s: read', PATIENCE, async (_, rows, make) => {
    const { sheets, refusal, milliseconds, growth, lag } = await measured(make());
    expect(refusal).toBeUndefined();
    expect(sheets?.[0]?.rows.length).toBe(rows);
    expect(milliseconds).toBeLessThan(1.5 * SECOND * slowness);
    expect(growth).toBeLessThan(64);
    expect(lag).toBeLessThan(MAX_LAG);
  });

  // One of them always; all of them where there is time.
  test.each(TIMED ? honest : honest.slice(0, 1))('100,000 rows of 22 %s: read', PATIENCE, async (_, make) => {
    const { sheets, refusal, milliseconds, growth, lag } = await measured(make());
    expect(refusal).toBeUndefined();
    expect([sheets?.[0]?.rows.length, sheets?.[0]?.rows.at(-1)?.cells.length]).toEqual([100_000, 22]);
    expect(milliseconds).toBeLessThan(10 * SECOND * slowness);
    expect(growth).toBeLessThan(768);
    expect(lag).toBeLessThan(2 * MAX_LAG);
  });

  test('the process goes on reading after all of them', async () => {
    expect(await readSheets(goodFile)).toEqual([{ name: '表', rows: [{ number: 1, cells: [{ number: '1' }] }], merges: [] }]);
  });
});
