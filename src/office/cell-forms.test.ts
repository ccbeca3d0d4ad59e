import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellName, cellPlace } from './cell-name.ts';
import { dayOfSerial, showsDay, showsDayBuiltIn } from './excel-days.ts';
import { fileNumber, plainNumber } from './plain-number.ts';

test.each([
  ['yyyy-mm-dd', true],
  ['yyyy/m/d h:mm', true],
  ['[$-804]yyyy"年"m"月"d"日";@', true],
  ['[DBNum1][$-804]m"月"d"日"', true],
  ['m"月"', true],
  ['mmm-yy', true],
  ['m/d', true],
  ['aaaa', true],
  ['General', false],
  ['G/通用格式', false],
  ['0.00E+00', false],
  ['#,##0.00_ ;[Red]\\-#,##0.00\\ ', false],
  ['[Red][<0]0;[Magenta]0', false],
  ['"yyyy"0', false],
  ['0\\d', false],
  ['0_d', false],
  ['@', false],
  ['h:mm:ss', false],
  ['[h]:mm', false],
  ['[mm]:ss.0', false],
  ['上午/下午h"时"mm"分"', false],
])('the number format %s shows a day: %s', (code, day) => {
  expect(showsDay(code)).toBe(day);
});

test('built-in number formats that show a day', () => {
  expect(Array.from({ length: 60 }, (_, id) => id).filter(showsDayBuiltIn)).toEqual([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
});

test('every day that Excel has, and no other', () => {
  for (let serial = 1; serial <= 2_958_465; serial += serial < 2_000 ? 1 : 97) {
    const day = new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * 86_400_000).toISOString().slice(0, 10);
    expect(dayOfSerial(serial, false)).toBe(serial === 60 ? undefined : day);
  }
  expect(dayOfSerial(44_260, false)).toBe('2021-03-05');
  expect(dayOfSerial(42_798, true)).toBe('2021-03-05');
  for (const odd of [0, -1, 0.5, 2_958_466, 1e300]) expect(dayOfSerial(odd, false)).toBeUndefined();
});

test('numbers are written without exponent and name the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = plainNumber(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text)).toBe(value === 0 ? 0 : value);
      expect(text.replace(/^-?0\.0*|[-.]|0+$/g, '').length).toBeLessThanOrEqual(309);
    }),
  );
  expect([0.1, 1e21, -1.5e-7, 1.25e-10, 1e300].map(plainNumber).map((text) => text.slice(0, 24))).toEqual(['0.1', '1000000000000000000000', '-0.00000015', '0.000000000125', '100000000000000000000000']);
});

test.each([['4300', 4300], ['1E-2', 0.01], ['+.5', 0.5], ['5.', 5], ['', undefined], ['0x10', undefined], ['Infinity', undefined], ['1e999', undefined], ['1,200', undefined], [`${'1'.repeat(99_999)}x`, undefined]])(
  'the number in %s',
  (text, value) => {
    expect(fileNumber(text)).toBe(value);
  },
);

test('cell names and places', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 1, max: 16_384 }), (row, column) => {
      expect(cellPlace(cellName(row, column))).toEqual({ row, column });
    }),
  );
  expect([cellName(1, 1), cellName(5, 26), cellName(5, 27), cellName(1_048_576, 16_384)]).toEqual(['A1', 'Z5', 'AA5', 'XFD1048576']);
  for (const odd of ['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'a1', 'A1B', '$A$1', 'A1 ']) expect(cellPlace(odd)).toBeUndefined();
});
