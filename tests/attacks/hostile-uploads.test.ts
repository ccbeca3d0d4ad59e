import { expect, test } from 'vitest';
import { entriesOf, type TestParts, workbookOf } from '../../src/office/test-workbook.ts';
import { zipOf, type TestEntry } from '../../src/office/test-zip.ts';
import type { Answer, Sent } from './send.ts';
import { type Attacked, withAttacked } from './world.ts';

const MIB = 1024 * 1024;
const repeat = (count: number, make: (index: number) => string): string => Array.from({ length: count }, (_, index) => make(index)).join('');
/** Text that deflates about hundredfold, so that it passes for content. */
const padded = (bytes: number): string => repeat(Math.ceil(bytes / 1_205), (n) => `${'数'.repeat(400)}${(n * 2_654_435_761) % 99_991}`);
const book = (parts: TestParts) => (): Uint8Array => workbookOf(parts).bytes;
const entry = (more: TestEntry) => book({ more: [more] });
const raw = (text: string | Uint8Array) => (): Uint8Array => Buffer.from(text as string);
const old = (stream: string) => raw(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(900)]));
const good = workbookOf({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }).bytes;
const sheetOf = (rows: string) => book({ rows });

/** One of each way in which a file may be meant badly: what it is, what it is called, the codes that may refuse it. */
const files: [what: string, name: string, code: RegExp, make: () => Uint8Array][] = [
  ['nothing', 'a.xlsx', /not-a-workbook/, raw('')],
  ['a program', 'a.xlsx', /not-a-workbook/, raw(Buffer.from('7f454c46020101', 'hex'))],
  ['a Windows program', '台账.xlsx.exe', /not-a-workbook/, raw('MZ\x90\0\x03')],
  ['a picture that is a web page too', 'a.csv', /not-a-workbook|no-register/, raw('GIF89a/*<script>alert(1)</script>*/')],
  ['an SVG with a script', 'a.csv', /not-a-workbook/, raw('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a PDF', 'a.xlsx', /not-a-workbook/, raw('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript>>>>')],
  ['a shell script', 'a.csv', /not-a-|unknown|damaged|no-register/, raw('#!/bin/sh\nrm -rf /\n')],
  ['zero bytes', 'a.csv', /not-a-workbook/, raw('a,b\0c')],
  ['text in no encoding', 'a.csv', /damaged/, raw(Buffer.from('a,\xff\xff\n', 'latin1'))],
  ['an old workbook', 'a.xls', /old-excel/, old('Workbook')],
  ['an encrypted workbook', 'a.xlsx', /encrypted/, old('EncryptedPackage')],
  ['a zip that is no workbook', 'a.xlsx', /not-a-workbook/, () => zipOf([{ name: 'a.txt', data: 'a' }])],
  ['half a workbook', 'a.xlsx', /damaged/, () => good.subarray(0, good.length / 2)],
  ['a wrong checksum', 'a.xlsx', /damaged/, entry({ name: 'xl/a.xml', data: '<a/>', says: { crc: 1 } })],
  ['an unknown compression', 'a.xlsx', /damaged/, entry({ name: 'xl/a.xml', data: '<a/>', says: { method: 12 } })],
  ['two entries of one name', 'a.xlsx', /damaged/, entry({ name: 'XL/worksheets/Sheet1.xml', data: '<worksheet/>' })],
  ['XML that ends early', 'a.xlsx', /damaged/, book({ sheet: '<worksheet><sheetData><row r="1">' })],
  ['an unknown entity', 'a.xlsx', /damaged/, sheetOf('<row><c t="str"><v>&xxe;</v></c></row>')],
  ['a path out of the folder', 'a.xlsx', /unsafe-content/, entry({ name: '../../etc/passwd', data: '' })],
  ['an absolute path', 'a.xlsx', /unsafe-content/, entry({ name: '/etc/passwd', data: '' })],
  ['a symbolic link', 'a.xlsx', /unsafe-content/, entry({ name: 'xl/a.xml', data: '/etc/passwd', says: { attributes: 0xa1ff_0000 } })],
  ['a zip in the zip', 'a.xlsx', /unsafe-content/, entry({ name: 'xl/media/image1.png', data: zipOf([{ name: 'a', data: 'a' }]) })],
  ['a billion laughs', 'a.xlsx', /unsafe-content/, book({ sheet: `<!DOCTYPE a [<!ENTITY a "ha">${repeat(9, (n) => `<!ENTITY a${n} "&a;&a;">`)}]><worksheet/>` })],
  ['an external entity', 'a.xlsx', /unsafe-content/, book({ sheet: '<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>' })],
  ['macros', 'a.xlsm', /macro/, entry({ name: 'xl/vbaProject.bin', data: 'x' })],
  ['an Excel 4 macro sheet', 'a.xlsx', /macro/, book({ points: '<Relationship Id="r" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="m.xml"/>' })],
  ['DDE', 'a.xlsx', /external-link/, entry({ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>' })],
  ['a data connection', 'a.xlsx', /external-link/, entry({ name: 'xl/connections.xml', data: '<connections/>' })],
  ['an embedded object', 'a.xlsx', /embedded-object/, entry({ name: 'xl/embeddings/oleObject1.bin', data: 'x' })],
  ['an ActiveX control', 'a.xlsx', /embedded-object/, entry({ name: 'xl/activeX/activeX1.xml', data: '<ax/>' })],
  ['a formula', 'a.xlsx', /formula/, sheetOf('<row r="5"><c r="L5"><f>WEBSERVICE("http://a")</f><v>1</v></c></row>')],
  ['a bomb of one text', 'a.xlsx', /too-large/, book({ texts: `<si><t>${'a'.repeat(60 * MIB)}</t></si>` })],
  ['a bomb of rows', 'a.xlsx', /too-large/, sheetOf('<row><c><v>1</v></c></row>'.repeat(2 * MIB))],
  ['100 MB in two entries', 'a.xlsx', /too-large/, () => zipOf([...entriesOf({}), ...['a', 'b'].map((name) => ({ name, data: 'a', stored: true, says: { size: 50 * MIB, method: 8 } }))])],
  ['an entry that says less than it holds', 'a.xlsx', /damaged/, entry({ name: 'xl/a.xml', data: 'a'.repeat(50 * MIB), says: { size: 1_000 } })],
  ['2,000 entries', 'a.xlsx', /too-large/, book({ more: Array.from({ length: 2_000 }, (_, index) => ({ name: `a${index}`, data: '' })) })],
  ['3,000 sheets', 'a.xlsx', /too-large/, book({ sheets: repeat(3_000, (n) => `<sheet name="${n}" r:id="rId${n}"/>`) })],
  ['200 rows as wide as Excel', 'a.xlsx', /too-large/, sheetOf(repeat(200, (n) => `<row r="${n + 1}"><c r="XFD${n + 1}"><v>1</v></c></row>`))],
  ['a cell of 40,000 characters', 'a.xlsx', /too-large/, sheetOf(`<row><c t="str"><v>${padded(120_000)}</v></c></row>`)],
  ['twenty million commas', 'a.csv', /too-large/, raw(`a${','.repeat(19 * MIB)}`)],
  ['a quote that swallows the rest', 'a.csv', /too-large/, raw(`a,"b\n${'c,d\n'.repeat(MIB)}`)],
  ['more than 20 MB', 'a.csv', /too-large/, raw(Buffer.alloc(20 * MIB + 1, 'a,'))],
];

/** The most memory that the process took on while something went on, in MiB. */
async function growth<T>(work: () => Promise<T>): Promise<{ answer: T; grown: number; milliseconds: number }> {
  const [before, start] = [process.memoryUsage.rss(), performance.now()];
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
  const answer = await work().finally(() => clearInterval(timer));
  return { answer, grown: (Math.max(peak, process.memoryUsage.rss()) - before) / MIB, milliseconds: performance.now() - start };
}

function upload(...parts: { name?: string; field?: string; bytes: Uint8Array }[]): Sent {
  const head = (it: (typeof parts)[number]): Buffer => Buffer.from(`--lines\r\ncontent-disposition: form-data; name="${it.field ?? 'files'}"${it.name === undefined ? '' : `; filename="${it.name}"`}\r\n\r\n`);
  return { method: 'POST', path: '/api/v1/imports/files', headers: { 'content-type': 'multipart/form-data; boundary=lines' }, body: Buffer.concat([...parts.flatMap((it) => [head(it), it.bytes, Buffer.from('\r\n')]), Buffer.from('--lines--\r\n')]) };
}

function taken(attacked: Attacked): Promise<string[]> {
  return attacked.column('select count(*)::text as value from import union all select count(*)::text from file');
}

function codeOf({ json }: Answer): string {
  return (json as { code?: string } | undefined)?.code ?? '';
}

test(`${files.length} hostile files by the real upload: each refused with its code and a sentence, little memory, the server goes on`, { timeout: 180_000 }, async () => {
  expect(files.length).toBeGreaterThanOrEqual(40);
  await withAttacked(async (attacked) => {
    // Warm: the first reading starts what later ones use.
    for (let round = 0; round < 3; round++) await attacked.send('talent-office', upload({ name: 'a.xlsx', bytes: good }));
    const before = await taken(attacked);
    const wrong: string[] = [];
    for (const [what, name, code, make] of files) {
      let said = '';
      // Memory is everybody's: what a file takes it takes each time, what chance takes it does not.
      for (let round = 0; round < 3; round++) {
        const sent = upload({ name: encodeURIComponent(name), bytes: make() });
        globalThis.gc?.();
        const { answer, grown, milliseconds } = await growth(() => attacked.send('talent-office', sent));
        said = [
          ...(code.test(codeOf(answer)) && [413, 422].includes(answer.status) && /[^\n]{6,}。$/.test((answer.json as { message: string }).message) ? [] : [`${answer.status} ${answer.text.slice(0, 200)}`]),
          ...(grown < 64 ? [] : [`took ${grown.toFixed(0)} MiB`]),
          ...(process.env['TIMED'] && milliseconds > 1_000 ? [`took ${milliseconds.toFixed(0)} ms`] : []),
        ].join('; ');
        if (said === '') break;
      }
      if (said !== '') wrong.push(`${what}: ${said}`);
      if ((await attacked.ask('talent-office', 'GET', '/session')).status !== 200) wrong.push(`${what}: the server does not answer any more`);
    }
    expect(wrong).toEqual([]);
    expect(await taken(attacked)).toEqual(before);
  });
});

/** Forms that are made badly, around a file that is good or none. */
const forms: [what: string, statuses: readonly number[], sent: Sent][] = [
  ['eleven files', [413, 422], upload(...Array.from({ length: 11 }, () => ({ name: 'a.xlsx', bytes: good })))],
  ['a thousand fields', [413, 422], upload(...Array.from({ length: 1_000 }, (_, index) => ({ field: `f${index}`, bytes: Buffer.from('a') })))],
  ['no file', [422], upload()],
  ['a field of a prototype', [400, 413, 422], upload({ field: '__proto__', bytes: Buffer.from('a') })],
  ['a name of a path', [422], upload({ name: '../../../../etc/cron.d/a', bytes: Buffer.from('no') })],
  ['a name of a zero', [422], upload({ name: 'a%00.xlsx', bytes: Buffer.from('no') })],
  ['a form that breaks off', [422], { ...upload({ name: 'a.xlsx', bytes: good }), body: Buffer.from('--lines\r\ncontent-disposition: form-data; name="files"; filename="a.xlsx"\r\n\r\nPK') }],
  ['another boundary', [422], { ...upload({ name: 'a.xlsx', bytes: good }), headers: { 'content-type': 'multipart/form-data; boundary=other' } }],
  ['no boundary', [400, 406, 415, 422], { ...upload({ name: 'a.xlsx', bytes: good }), headers: { 'content-type': 'multipart/form-data' } }],
  ['no form', [400, 406, 415], { ...upload(), headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') }],
];

test('badly made forms are refused, and no file is taken', { timeout: 60_000 }, async () => {
  await withAttacked(async (attacked) => {
    const before = await taken(attacked);
    for (const [what, statuses, sent] of forms) {
      const answer = await attacked.send('talent-office', sent);
      expect(statuses, `${what}: ${answer.text}`).toContain(answer.status);
      expect((answer.json as { message: string }).message).toMatch(/\p{Script=Han}.*。$/u);
      expect((await attacked.send(undefined, sent)).status, what).toBe(401);
      expect((await attacked.send('city-leader', sent)).status, what).toBe(403);
    }
    expect(await taken(attacked)).toEqual(before);
  });
});
