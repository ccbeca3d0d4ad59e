import { expect, test } from 'vitest';
import { amountText, numberText, signedText } from './amount-text.ts';

test('a ratio is read as a percentage, a count with its word', () => {
  expect(numberText(0.325, '%')).toBe('32.5%');
  expect(amountText(0.3, '%')).toBe('30%');
  expect(amountText(24, '期')).toBe('24期');
  expect(amountText(0.6, '个')).toBe('0.6个');
  expect(amountText(null, '个')).toBe('—');
});

test('a difference carries its sign', () => {
  expect([2, -0.5, 0].map(signedText)).toEqual(['+2', '−0.5', '0']);
});
