import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal, formatDecimal } from '../kernel/decimal.ts';
import { convert } from './exchange.ts';
import { type Decision, Parameters } from './parameters.ts';

const pack = { city: { id: 'x', name: '某市', platform: '平台', document: { title: '意见' }, exchange: { 美元: 'usd' } } };
const declared = (readings: { value: number; source: string }[]) => [{ id: 'usd', label: '汇率', type: 'number' as const, clause: 's3.4', question: '按哪天的牌价', readings }];
const byDecisions = (...decisions: Omit<Decision, 'parameter' | 'document'>[]) => new Parameters(declared([]), decisions.map((it) => ({ ...it, parameter: 'usd', document: '会议纪要' })));
const day = '2026-06-30';

it('is the amount times the rate, with its working and where the rate stands (s3.4)', () => {
  const parameters = new Parameters(declared([{ value: 7, source: '年度台账的惯例' }]), []);
  expect(convert(pack, parameters, { amount: 300_000_000n, currency: '美元', day })).toEqual({ fen: 2_100_000_000n, sentence: '300万美元 × 7 = 2,100万元', decided: false, source: '年度台账的惯例' });
});

it('goes by the rate of the day', () => {
  const parameters = byDecisions({ value: '7.1', from: '2026-01-01' }, { value: '6.9', from: '2026-07-01' });
  const at = (on: string) => convert(pack, parameters, { amount: 100n, currency: '美元', day: on });
  expect([at('2025-12-31')?.fen, at('2026-01-01')?.fen, at('2026-06-30')?.fen, at('2026-07-01')?.fen]).toEqual([undefined, 710n, 710n, 690n]);
  expect(at('2026-07-01')).toMatchObject({ decided: true, source: '会议纪要' });
});

it('says nothing of a currency without a rate, nor under a rate that is none', () => {
  expect(convert(pack, byDecisions({ value: '7', from: null }), { amount: 100n, currency: '欧元', day })).toBeUndefined();
  expect(convert(pack, byDecisions({ value: '7', from: null }), { amount: 100n, currency: '人民币', day })).toBeUndefined();
  expect(convert(pack, byDecisions({ value: '0', from: null }), { amount: 100n, currency: '美元', day })).toBeUndefined();
  expect(convert({ city: { ...pack.city, exchange: undefined } }, byDecisions({ value: '7', from: null }), { amount: 100n, currency: '美元', day })).toBeUndefined();
});

it('is exact, and rounded half up once', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 10n }), (amount, rate) => {
    const { fen } = convert(pack, byDecisions({ value: formatDecimal(rate), from: null }), { amount, currency: '美元', day })!;
    // fen − ½ ≤ amount × rate < fen + ½, in halves of 10⁻⁸.
    const [exact, unit] = [amount * rate * 2n, decimal(1)];
    expect((fen * 2n - 1n) * unit <= exact && exact < (fen * 2n + 1n) * unit).toBe(true);
  }));
  expect(convert(pack, byDecisions({ value: '0.5', from: null }), { amount: 1n, currency: '美元', day })?.fen).toBe(1n);
});
