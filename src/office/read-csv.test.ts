import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { eachRecord } from './read-csv.ts';
import { readSheets } from './read-workbook.ts';
import type { Row } from './sheet.ts';

async function rowsOf(bytes: string | Uint8Array, name = '名册.csv'): Promise<Row[]> {
  const [sheet, ...others] = await readSheets({ name, bytes: Buffer.from(bytes as string) });
  expect(others).toEqual([]);
  expect(sheet?.name).toBe(name.replace(/\.\w+$/, ''));
  return sheet!.rows;
}

function records(text: string): string[][] {
  const found: string[][] = [];
  eachRecord(Buffer.from(text), (fields) => found.push(fields));
  return found;
}

describe('CSV records', () => {
  const cases: [what: string, text: string, expected: string[][]][] = [
    ['CRLF', 'a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]],
    ['LF, no end of line at the end', 'a,b\nc,d', [['a', 'b'], ['c', 'd']]],
    ['CR', 'a\rb\r', [['a'], ['b']]],
    ['blank lines count', 'a\r\n\r\n\nb', [['a'], [''], [''], ['b']]],
    ['ragged records', 'a\nb,c,d\n,', [['a'], ['b', 'c', 'd'], ['', '']]],
    ['quotes', '"a,""b""\r\nc",d', [['a,"b"\r\nc', 'd']]],
    ['an empty quoted field', '"",""', [['', '']]],
    ['quotes inside of a field', 'a"b,5"\n', [['a"b', '5"']]],
    ['text behind a closing quote, which is no CSV: kept as written', '"a"b,c', [['"a"b', 'c']]],
    ['nothing', '', []],
  ];

  test.each(cases)('%s', (_, text, expected) => {
    expect(records(text)).toEqual(expected);
  });

  test('whatever is written by RFC 4180 is read back', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', '中', ' '), maxLength: 6 });
    const file = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(file, (expected) => {
        const text = expected.map((record) => `${record.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')}\r\n`).join('');
        expect(records(text)).toEqual(expected);
      }),
    );
  });
});

describe('CSV files', () => {
  const text = '编号,名称\r\n\r\nA-01,"上一行\n下一行"\r\n';
  const rows = [
    { number: 1, cells: ['编号', '名称'] },
    { number: 3, cells: ['A-01', '上一行\n下一行'] },
  ];

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
  ])('%s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(rows);
  });

  test('GB18030 characters of one, two and four bytes', async () => {
    const all = '中文€镕䶮㐀𠀀😀a';
    expect(await rowsOf(iconv.encode(`${all},b`, 'gb18030'))).toEqual([{ number: 1, cells: [all, 'b'] }]);
  });

  test('fields are texts, not trimmed; blank ones are null; records without anything to see are left out', async () => {
    expect(await rowsOf('1, 2 ,,\n ,　\n,x\n')).toEqual([
      { number: 1, cells: ['1', ' 2 '] },
      { number: 3, cells: [null, 'x'] },
    ]);
  });

  test('a CSV is known by its content where its name says otherwise', async () => {
    expect(await rowsOf('a,b\n', '花名册.xlsx')).toEqual([{ number: 1, cells: ['a', 'b'] }]);
  });

  test('a formula in a CSV is only text', async () => {
    expect(await rowsOf("=1+1,'=1\n")).toEqual([{ number: 1, cells: ['=1+1', '=1'] }]);
  });
});
