import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHere } from '../../../office/test-read.ts';
import { asCsv, pastedRows } from './pasted.ts';

it('cells of Excel, WPS and 腾讯文档: tabs, quotes round line ends, quotes as letters', () => {
  expect(pastedRows('项目名称\t开工日期\r\n"第一行\n第二行"\t2026-3-5\r\n"他说""好"""\t\r\n5" 管\t1\r\n\r\n')).toEqual([['项目名称', '开工日期'], ['第一行\n第二行', '2026-3-5'], ['他说"好"', ''], ['5" 管', '1']]);
});

it('what is pasted reaches the server’s reader as it was', async () => {
  const cell = fc.array(fc.constantFrom('甲', '=1', "'=1", ',', '"', '-', ' ', '\t', '\n', '@', '0012'), { minLength: 1, maxLength: 4 }).map((parts) => `字${parts.join('')}末`).chain((it) => fc.constantFrom(it, it.slice(1)));
  await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }), async (rows) => {
    const clipboard = rows.map((row) => row.map((it) => (/["\t\n]/.test(it) ? `"${it.replaceAll('"', '""')}"` : it)).join('\t')).join('\r\n');
    const [sheet] = await readHere({ name: '粘贴.csv', bytes: Buffer.from(asCsv(pastedRows(clipboard))) });
    expect(sheet!.rows.map((it) => it.cells)).toEqual(rows);
  }), { numRuns: 200 });
});
