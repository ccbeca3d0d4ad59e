import { expect, test } from 'vitest';
import { sheetLines } from './sheet-lines.ts';

test('a register of which every row was refused has its line too', () => {
  const rejected = [{ sheet: '投资台账', row: 4, code: 'missing' as const, label: '', message: '' }];
  expect(sheetLines({ accepted: { 项目台账: 3 }, rejected })).toEqual([
    { sheet: '项目台账', accepted: 3, rejected: 0 },
    { sheet: '投资台账', accepted: 0, rejected: 1 },
  ]);
});
