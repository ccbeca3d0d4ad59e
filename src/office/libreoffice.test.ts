import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convert, hasLibreOffice } from '../../tests/libre-office.ts';
import { readSheets } from './read-workbook.ts';
import type { Cell } from './sheet.ts';
import { writeCsv } from './write-csv.ts';
import { writeWorkbook } from './write-workbook.ts';

const ALL_SHEETS_UTF8 = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

const starts = ['=', '+', '-', '@', '\t=', '＝', '＋', '－', '＠', "'=", ' =', '=\n'];
const bodies = ['1+1', 'cmd|"/c calc"!A0', 'HYPERLINK("http://a.cn","x")', 'SUM(A1:A9)', '5'];
const payloads = starts.flatMap((start) => bodies.map((body) => start + body));
const harmless: Cell[] = ['中文', '0012', '320102199001011234', '2021-3-5', '1,200', 'a"b', '多行\n文字', '1/2', 'TRUE', '1E5', '50%', '（甲）'];
const values: Cell[] = [{ number: '47.4' }, { number: '-0.000001' }, { number: '123456789012' }, { date: '2021-03-05' }, { date: '1999-12-31' }, true, false];
const rows: Cell[][] = [['表头', '一', '二'], ...payloads.map((payload) => [payload, '其后']), harmless, values];

describe.skipIf(!hasLibreOffice)('what LibreOffice makes of written files', () => {
  let folder = '';

  /** Converts a file of `folder` and gives what came out, by name. */
  async function converted(name: string, to: string, more: string[] = []): Promise<Map<string, Buffer>> {
    const out = await convert(folder, join(folder, name), to, more);
    return new Map(await Promise.all((await readdir(out)).map(async (file) => [file, await readFile(join(out, file))] as const)));
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'office-'));
    await writeFile(join(folder, 'a.xlsx'), await writeWorkbook([{ name: '表', rows, boldRows: [0], widths: [20], frozenRows: 1, merges: [{ top: 1, left: 2, bottom: 1, right: 3 }] }]));
    await writeFile(join(folder, 'b.csv'), writeCsv(rows));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('a workbook saved again holds no formula and every value', { timeout: 60_000 }, async () => {
    const saved = (await converted('a.xlsx', 'xlsx')).get('a.xlsx')!;
    const [sheet] = await readSheets({ name: 'a.xlsx', bytes: saved });
    expect(sheet?.name).toBe('表');
    expect(sheet?.merges).toEqual([{ top: 1, left: 2, bottom: 1, right: 3 }]);
    expect(sheet?.rows.map((row) => row.cells)).toEqual([['表头', '一', '二'], ...rows.slice(1)]);
  });

  test('a workbook turned into CSV shows texts, not results', { timeout: 60_000 }, async () => {
    const [[, csv] = ['', Buffer.alloc(0)]] = await converted('a.xlsx', ALL_SHEETS_UTF8);
    const [sheet] = await readSheets({ name: 'a.csv', bytes: csv });
    const first = sheet!.rows.map((row) => row.cells[0]);
    expect(first.slice(1, -2)).toEqual(payloads.map((payload) => payload.replace(/^'(?==)/, '')));
  });

  test('a CSV file opened and saved as a workbook holds no formula', { timeout: 60_000 }, async () => {
    const saved = (await converted('b.csv', 'xlsx', ['--infilter=CSV:44,34,76,1'])).get('b.xlsx')!;
    const [sheet] = await readSheets({ name: 'b.xlsx', bytes: saved });
    expect(sheet?.rows).toHaveLength(rows.length);
    expect(sheet?.rows[0]?.cells[0]).toBe('表头');
    for (const [index, payload] of payloads.entries()) expect(sheet?.rows[index + 1]?.cells[0]).toContain(payload.trim());
  });
});
