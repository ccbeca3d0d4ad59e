import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inWan, moneyInChinese, parseMoney, parseRate, timesRate } from './fen.ts';

const amount = fc.bigInt({ min: 0n, max: 10n ** 18n });

describe('money as written', () => {
  it.each([
    ['0元', 0n], ['1元', 100n], ['0.01元', 1n], ['1.5元', 150n], ['1万元', 1_000_000n], ['0.000001万元', 1n], ['4300万元', 4_300_000_000n], ['1,200万元', 1_200_000_000n],
    ['1,234,567元', 123_456_700n], ['1亿元', 10_000_000_000n], ['1.5亿元', 15_000_000_000n], ['0.0000000001亿元', 1n], ['1000万美元', 1_000_000_000n], ['1亿美元', 10_000_000_000n],
    ['3美元', 300n], [' 200万元 ', 200_000_000n], ['200 万元', 200_000_000n], ['9007199254740993元', 900_719_925_474_099_300n],
  ])('%s', (text, fen) => {
    expect(parseMoney(text)).toBe(fen);
  });

  it.each(['', '200', '万元', '-1元', '1.元', '.5元', '0.001元', '0.0000001万元', '1e3元', '２００万元', '1 000元', '1,00万元', '1,2345元', ',1元', '1,,000元', '200万', '约200万元', '1-10万元', 'NaN元'])('“%s” is no amount', (text) => {
    expect(parseMoney(text)).toBeUndefined();
  });

  it('is read back from what people see', () => {
    fc.assert(fc.property(amount, (fen) => {
      expect(parseMoney(moneyInChinese(fen))).toBe(fen);
      expect(parseMoney(moneyInChinese(fen, 'USD'))).toBe(fen);
      expect(parseMoney(`${inWan(fen)}万元`)).toBe(fen);
    }));
  });
});

describe('money for people', () => {
  it.each([
    [0n, '0万元'], [1n, '0.000001万元'], [100n, '0.0001万元'], [19_999_999_500n, '19,999.9995万元'], [1_000_000n, '1万元'], [123_400_000_000n, '123,400万元'],
    [10_000_000_000n, '1亿元'], [20_000_000_000n, '2亿元'], [15_000_000_000n, '15,000万元'], [-1_500_000n, '-1.5万元'], [-10_000_000_000n, '-1亿元'],
  ])('%d fen: %s', (fen, text) => {
    expect(moneyInChinese(fen)).toBe(text);
  });

  it('names the other currency', () => {
    expect([moneyInChinese(1_000_000_000n, 'USD'), moneyInChinese(10_000_000_000n, 'USD')]).toEqual(['1,000万美元', '1亿美元']);
  });
});

describe('rates', () => {
  it.each([['5‰', 5n, 1000n], ['30%', 30n, 100n], ['1.5%', 15n, 1000n], ['0.25‰', 25n, 100_000n], ['1/3', 1n, 3n], ['100%', 100n, 100n], ['0%', 0n, 100n]])('%s', (text, numerator, denominator) => {
    expect(parseRate(text)).toEqual({ numerator, denominator });
  });

  it.each(['', '5', '%', '-5%', '1/0', '1/-3', '5 ‰', '5％', '.5%', '1.%', '0.05'])('“%s” is no rate', (text) => {
    expect(parseRate(text)).toBeUndefined();
  });

  it('are applied half up to the fen', () => {
    const of = (fen: bigint, rate: string): bigint => timesRate(fen, parseRate(rate)!);
    expect([of(99n, '5‰'), of(100n, '5‰'), of(299n, '5‰'), of(300n, '5‰'), of(1n, '1/3'), of(2n, '1/3'), of(1n, '50%')]).toEqual([0n, 1n, 1n, 2n, 0n, 1n, 1n]);
  });

  it('t7.2: 5‰ of 399,999,900 yuan is 1,999,999.50 yuan, exactly', () => {
    expect(timesRate(parseMoney('39999.99万元')!, parseRate('5‰')!)).toBe(199_999_950n);
  });

  it('never stray more than half a fen from the true product', () => {
    fc.assert(fc.property(amount, fc.bigInt({ min: 0n, max: 10_000n }), fc.bigInt({ min: 1n, max: 10_000n }), (fen, numerator, denominator) => {
      const twice = 2n * (timesRate(fen, { numerator, denominator }) * denominator - fen * numerator);
      expect(-denominator < twice && twice <= denominator).toBe(true);
    }));
  });
});
