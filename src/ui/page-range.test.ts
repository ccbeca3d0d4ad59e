import { expect, test } from 'vitest';
import { pageRange } from './page-range.ts';

test('a page says which rows it shows', () => {
  expect(pageRange(1, 20, 143)).toEqual({ from: 1, to: 20, pages: 8 });
  expect(pageRange(8, 20, 143)).toEqual({ from: 141, to: 143, pages: 8 });
  expect(pageRange(1, 20, 0)).toEqual({ from: 0, to: 0, pages: 1 });
});
