import { expect, it } from 'vitest';
import { differenceText, valueText } from './change-text.ts';

it('tells values and what lies between them', () => {
  expect([valueText(null, '个'), valueText(2.5, '个'), valueText(0.3333, '%')]).toEqual(['—', '2.5', '33.33%']);
  expect([differenceText(3, 5, '个'), differenceText(1.6, 1.2, '个'), differenceText(0.3, 0.3478, '%')]).toEqual(['+2', '−0.4', '+4.78 个百分点']);
  expect([differenceText(null, 2, '个'), differenceText(2, 2, '个')]).toEqual(['', '']);
});
