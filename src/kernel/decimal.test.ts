import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, divideRoundHalfUp, formatDecimal, one, parseDecimal, ratio } from './decimal.ts';

const any = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

describe('decimals', () => {
  it.each([['0', 0n], ['-0', 0n], ['1', one], ['+1', one], ['12.5', 1_250_000_000n], ['-12.5', -1_250_000_000n], ['0.00000001', 1n], ['007', 7n * one], ['1.100000000000', 110_000_000n], ['100000000000000000000', 10n ** 28n]])('reads %s', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  it.each(['', ' 1', '1.', '.5', '1e3', '0.000000001', '1,000', '--1', 'NaN', 'Infinity', '１'])('“%s” is none', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
    expect(() => decimal(text)).toThrow('not a decimal');
  });

  it('are written and read back the same', () => {
    fc.assert(fc.property(any, (value) => {
      expect(parseDecimal(formatDecimal(value))).toBe(value);
    }));
  });

  it('are written in the shortest plain notation', () => {
    fc.assert(fc.property(any, (value) => {
      expect(formatDecimal(value)).toMatch(/^(0|-?([1-9]\d*|0\.\d*[1-9]|[1-9]\d*\.\d*[1-9]))$/);
    }));
  });

  it('add shares exactly: 0.6 and 0.4 of 79 projects are 47.4 and 31.6', () => {
    const sum = (share: string): string => formatDecimal(Array.from({ length: 79 }, () => decimal(share)).reduce((a, b) => a + b));
    expect([sum('0.6'), sum('0.4')]).toEqual(['47.4', '31.6']);
    expect(decimal(0.1) + decimal(0.2)).toBe(decimal('0.3'));
  });
});

/** The nearest fraction, half away from zero, found without the code under test: by comparing twice the rest with the divisor. */
function nearest(n: bigint, d: bigint): bigint {
  const size = (v: bigint): bigint => (v < 0n ? -v : v);
  const whole = size(n) / size(d);
  const rounded = 2n * (size(n) % size(d)) >= size(d) ? whole + 1n : whole;
  return n < 0n !== d < 0n ? -rounded : rounded;
}

describe('the one rounding', () => {
  it.each([[1n, 2n, 1n], [-1n, 2n, -1n], [1n, -2n, -1n], [-1n, -2n, 1n], [1n, 3n, 0n], [2n, 3n, 1n], [5n, 2n, 3n], [-5n, 2n, -3n], [49n, 100n, 0n], [50n, 100n, 1n], [0n, 7n, 0n]])('%d / %d is %d', (n, d, expected) => {
    expect(divideRoundHalfUp(n, d)).toBe(expected);
  });

  it('is half up for any integers', () => {
    fc.assert(fc.property(any, any.filter((it) => it !== 0n), (n, d) => {
      expect(divideRoundHalfUp(n, d)).toBe(nearest(n, d));
    }));
  });

  it('rounds a ratio to its places, as bigint fractions do', () => {
    fc.assert(fc.property(any, any.filter((it) => it !== 0n), fc.integer({ min: 0, max: 8 }), (n, d, places) => {
      const scale = 10n ** BigInt(places);
      expect(ratio(n, d, places)).toBe((nearest(n * scale, d) * one) / scale);
    }));
  });

  it.each([['1', '3', '0.3333'], ['2', '3', '0.6667'], ['1', '8', '0.125'], ['0.6', '1.6', '0.375'], ['1', '20000', '0.0001'], ['1', '20001', '0'], ['7', '7', '1']])('s3.2: %s of %s is %s at four places', (n, d, expected) => {
    expect(formatDecimal(ratio(decimal(n), decimal(d), 4))).toBe(expected);
  });
});
