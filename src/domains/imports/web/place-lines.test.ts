import { expect, test } from 'vitest';
import { placeLines } from './place-lines.ts';

test('rows that follow each other are told as a span, sheet by sheet', () => {
  const row = (sheet: string, number: number) => ({ sheet, row: number });
  expect(placeLines([row('项目台账', 5), row('项目台账', 4), row('项目台账', 9), row('人才台账', 3)])).toEqual([
    { sheet: '项目台账', rows: '4–5、9' },
    { sheet: '人才台账', rows: '3' },
  ]);
});
