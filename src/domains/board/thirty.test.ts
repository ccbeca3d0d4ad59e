import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../kernel/decimal.ts';
import { parseRate } from '../../kernel/fen.ts';
import { toClose } from './thirty.ts';

const thirty = parseRate('30%')!;

describe('what would close the distance to 30 % (s3.2)', () => {
  it.each([
    // (1 + k) / (4 + k) ≥ 0.3: k ≥ 0.2 / 0.7; among its own: 4 × 0.3 = 1.2
    [1, 4, 1, 1],
    [3, 10, 0, 0],
    // (2 + k) / (10 + k) ≥ 0.3: k ≥ 1 / 0.7
    [2, 10, 2, 1],
    [0, 10, 5, 3],
    // shares: (0.4 + k) / (2.4 + k) ≥ 0.3: k ≥ 0.32 / 0.7
    [0.4, 2.4, 1, 1],
    [0, 0, 0, 0],
  ])('%d of %d: %d further, or %d among them', (numerator, denominator, further, among) => {
    expect(toClose(decimal(numerator), decimal(denominator), thirty)).toEqual({ further, among });
  });

  it('is enough, and one less is not', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (led, plain) => {
      const total = led + plain;
      const { further, among } = toClose(decimal(led), decimal(total), thirty);
      const reached = (more: number, all: number): boolean => (led + more) * 10 >= all * 3;
      expect(reached(further, total + further)).toBe(true);
      expect(reached(among, total)).toBe(true);
      if (further > 0) expect(reached(further - 1, total + further - 1)).toBe(false);
      if (among > 0) expect(reached(among - 1, total)).toBe(false);
    }));
  });
});
