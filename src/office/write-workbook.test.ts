import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainNumber } from './plain-number.ts';
import { readSheets } from './read-workbook.ts';
import type { Cell, Row, Sheet } from './sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { readHere } from './test-read.ts';
import { isSeen } from './worksheet.ts';
import { workbookBytes } from './workbook-bytes.ts';
import { guarded, unguarded, writeCsv } from './write-csv.ts';
import { writeWorkbook } from './write-workbook.ts';

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const special = fc.constantFrom('_x000D_', '_x005F_', '_x0041', '\r', '\r\n', '\n', '\t', '\0', '\x1f', '\ufffe', '\uffff', '\ud800', '\udc00', '<', '&', '"', "'", '=', '+', '-', '@', '＝', ' ', '　', '中', '😀');
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.array(special, { maxLength: 8 }).map((parts) => parts.join('')), fc.string());
const number = fc.oneof(fc.double({ noDefaultInfinity: true, noNaN: true }), fc.integer(), fc.integer().map((cents) => cents / 100));
const cell: fc.Arbitrary<Cell> = fc.oneof(fc.constant(null), text, fc.boolean(), number.map((value) => ({ number: plainNumber(value) })), day.map((date) => ({ date })));
const table = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 });

/** What a reader makes of rows: blank texts, rows and ends of rows are gone. */
function seen(rows: readonly (readonly Cell[])[]): Row[] {
  return rows.flatMap((row, index) => {
    const cells = row.map((one) => (one === '' ? null : one));
    while (cells.at(-1) === null) cells.pop();
    return cells.some(isSeen) ? [{ number: index + 1, cells }] : [];
  });
}

function asText(value: Cell): Cell {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'object' && value !== null ? ('number' in value ? value.number : value.date) : value;
}

const readBack = async (bytes: Uint8Array, name = 'a.xlsx'): Promise<Sheet> => (await readHere({ name, bytes }))[0]!;

describe('written workbooks', () => {
  test('are read back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        expect((await readBack(await workbookBytes([{ name: '表', rows }]))).rows).toEqual(seen(rows));
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  test('hold sheets with names, merges, widths, bold and frozen rows; the same content gives the same bytes', async () => {
    const merges = [{ top: 1, left: 1, bottom: 1, right: 3 }];
    const sheets = [
      { name: '名/册', rows: [['标题'], ['甲', '乙', '丙'], [{ date: '2021-03-05' }]], merges, widths: [20, 8.5], boldRows: [0, 1], frozenRows: 2 },
      { name: '名/册', rows: [] },
    ];
    const bytes = await writeWorkbook(sheets);
    expect(await readSheets({ name: 'a.xlsx', bytes })).toEqual([
      { name: '名_册', rows: seen(sheets[0]!.rows as Cell[][]), merges },
      { name: '名_册 (2)', rows: [], merges: [] },
    ]);
    expect(Buffer.compare(bytes, await writeWorkbook(sheets))).toBe(0);
  });

  test('keep as text what Excel could not keep as a number or a day', async () => {
    const rows = [[{ number: '321283199001010017' }, { number: '1.10' }, { number: '=1' }, { date: '1899-12-31' }]];
    expect((await readBack(await writeWorkbook([{ name: '表', rows }]))).rows[0]?.cells).toEqual(['321283199001010017', '1.10', '=1', '1899-12-31']);
  });

  test.each([
    ['a day that is none', [[{ date: '2021-02-30' }]], TypeError],
    ['a text too long for a cell', [['a'.repeat(32_768)]], RangeError],
    ['a row too wide', [Array<Cell>(16_385).fill(null)], RangeError],
  ])('refuse %s', async (_, rows, error) => {
    await expect(writeWorkbook([{ name: '表', rows }])).rejects.toThrow(error);
  });

  test('of 100,000 rows of 20 columns are written and read without holding up the process', { timeout: 30_000, retry: 2 }, async () => {
    const rows = Array.from({ length: 100_000 }, (_, row) =>
      Array.from({ length: 20 }, (_, column): Cell => (column % 3 === 0 ? `名称${(row * 7 + column) % 2000}` : column % 3 === 1 ? { number: String(row * column) } : { date: '2021-03-05' })),
    );
    let [lag, last] = [0, performance.now()];
    const timer = setInterval(() => {
      lag = Math.max(lag, performance.now() - last - 5);
      last = performance.now();
    }, 5);
    const [sheet] = await readSheets({ name: 'a.xlsx', bytes: await writeWorkbook([{ name: '表', rows }]) });
    clearInterval(timer);
    expect(sheet?.rows).toHaveLength(100_000);
    expect(sheet?.rows[99_999]).toEqual({ number: 100_000, cells: rows[99_999] });
    expect(lag).toBeLessThan(250);
  });
});

describe('written CSV files', () => {
  test('are read back as texts', async () => {
    const plain = text.map((one) => one.replace(/[[\p{Cc}--[\t\n\r]]\ufeff\ufffe]/gv, '').toWellFormed().replace(/^\s*</, ''));
    const rows = fc.array(fc.array(fc.oneof(plain, cell.filter((one) => typeof one !== 'string')), { maxLength: 6 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const lines: Cell[][] = [['甲', '乙'], ...table.map((row) => (row.length === 0 ? [null] : row))];
        expect((await readBack(writeCsv(lines), 'a.csv')).rows).toEqual(seen(lines.map((row) => row.map(asText))));
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  test('have the UTF-8 mark, CRLF and quotes where they must be', () => {
    expect(Buffer.from(writeCsv([['a', null, 'b"c,d'], [{ number: '-5' }, { date: '2021-03-05' }, true, ' x']])).toString()).toBe(
      '\ufeffa,,"b""c,d"\r\n-5,2021-03-05,TRUE," x"\r\n',
    );
  });

  test.each(['=1', '+1', '-1', '@a', '\t=1', '\r=1', '\n=1', '\0=1', '＝1', '＋1', '－1', '＠a', "'=1", "''-1"])('guard %j and take it back', (risky) => {
    expect(guarded(risky)).toBe(`'${risky}`);
    expect(unguarded(guarded(risky))).toBe(risky);
  });

  test('guarding is undone for every text and leaves harmless ones alone', () => {
    fc.assert(fc.property(text, (one) => unguarded(guarded(one)) === one));
    for (const harmless of ['中文', "'a", 'a=1', '1-2', '']) expect(guarded(harmless)).toBe(harmless);
  });
});

test('sheet names are made acceptable', () => {
  const names = sheetNames(['', 'a', 'A', '[x]:*?/\\', "'引'", '长'.repeat(40), '长'.repeat(40), `${'长'.repeat(30)}😀`]);
  expect(names).toEqual(['Sheet', 'a', 'A (2)', '_x______', '_引_', '长'.repeat(31), `${'长'.repeat(27)} (2)`, '长'.repeat(30)]);
});

test('a printed table offers words in its cells, the long lists on a sheet beside; it is read back as it was', async () => {
  const long = Array.from({ length: 60 }, (_, index) => `第${index}工业园区`);
  const print = { titleRow: 0, noteRow: 1, formats: [null, '#,##0.00', 'yyyy-mm-dd'], choices: [{ column: 1, words: ['是', '否'] }, { column: 2, words: long }, { column: 3, words: ['含,逗号', '否'] }], lastRow: 100 };
  const rows: Cell[][] = [['标题'], ['填报单位'], ['甲', '乙', '丙'], ['=1', { number: '1.5' }, { date: '2021-03-05' }]];
  const bytes = await writeWorkbook([{ name: '表', rows, merges: [{ top: 1, left: 1, bottom: 1, right: 3 }], widths: [20, 8, 9], boldRows: [2], frozenRows: 3, print }]);
  const sheets = await readSheets({ name: 'a.xlsx', bytes });
  expect(sheets[0]).toMatchObject({ name: '表', rows: seen(rows) });
  expect(sheets[1]).toMatchObject({ name: '选项', rows: [{ number: 1, cells: [long[0], '含,逗号'] }, { number: 2, cells: [long[1], '否'] }, ...long.slice(2).map((it, index) => ({ number: index + 3, cells: [it] }))] });
  const { readXlsx } = await import('hucre/xlsx');
  const { sheets: [first] } = await readXlsx(bytes);
  expect(first?.dataValidations?.map((it) => [it.range, it.values ?? it.formula1])).toEqual([['A4:A100', ['是', '否']], ['B4:B100', "'选项'!$A$1:$A$60"], ['C4:C100', "'选项'!$B$1:$B$2"]]);
  expect(first?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1, printTitlesRow: '$1:$3' });
});
