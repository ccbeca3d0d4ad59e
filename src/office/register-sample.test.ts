import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSheets } from './read-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

const SAMPLE = new URL('../../../shared/data/register-sample.xlsx', import.meta.url);

describe.skipIf(!existsSync(SAMPLE))('a workbook as the offices keep it', () => {
  test('is read with its sheets, titles, merged headers, dates typed as texts and row numbers', async () => {
    const sheets = await readSheets({ name: 'register-sample.xlsx', bytes: readFileSync(SAMPLE) });
    expect(sheets).toHaveLength(7);
    const [first] = sheets;
    expect(first?.merges[0]).toEqual({ top: 1, left: 1, bottom: 1, right: 22 });
    expect(first?.rows[0]?.cells).toHaveLength(1);
    expect(first?.rows[3]?.cells[11]).toEqual({ number: '4300' });
    expect(first?.rows.at(-1)?.number).toBeGreaterThan(first!.rows.length);
    expect(sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells)).some((cell) => typeof cell === 'object' && cell !== null && 'date' in cell)).toBe(true);
  });

  test('is the same after being written and read', async () => {
    const sheets = await readSheets({ name: 'a.xlsx', bytes: readFileSync(SAMPLE) });
    const written = await writeWorkbook(
      sheets.map(({ name, merges, rows }) => {
        const all = Array.from({ length: rows.at(-1)?.number ?? 0 }, (_, index) => rows.find((row) => row.number === index + 1)?.cells ?? []);
        return { name, merges, rows: all };
      }),
    );
    expect(await readSheets({ name: 'b.xlsx', bytes: written })).toEqual(sheets);
  });
});
