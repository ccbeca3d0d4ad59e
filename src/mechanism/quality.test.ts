import { expect, it } from 'vitest';
import type { QualityFormat } from './format/quality.ts';
import { Parameters } from './parameters.ts';
import { scoreQuality } from './quality.ts';

const format: QualityFormat = {
  label: '质量评分', clause: 's3.3', subject: 'project', only: { field: 'type', in: ['甲'] },
  indicators: [
    { id: 'tech', label: '技术', field: 'tech', weight: 'w.tech', words: { 领先: 100, 一般: 40 } },
    { id: 'patents', label: '专利', field: 'patents', weight: 'w.patents', bands: [{ from: 1, points: 40 }, { from: 3, points: 66.5 }] },
  ],
};
const weight = (id: string, value?: number) => ({ id, label: id, type: 'number' as const, clause: 's3.3', question: '多少', readings: value === undefined ? [] : [{ value, source: '平均' }] });
const even = new Parameters([weight('w.tech', 50), weight('w.patents', 25)], []);
const score = (fields: Record<string, string>, parameters = even) => scoreQuality(format, parameters, { kind: 'project', fields: { type: '甲', ...fields } }, '2026-06-30');

it('is the mean of the points by weight, with its working (s3.3)', () => {
  expect(score({ tech: '领先', patents: '4' })).toMatchObject({ score: '88.83', atMost: '88.83', missing: [], working: '(50 × 100 + 25 × 66.5) ÷ 75 = 88.83' });
});

it.each([['0', 0], ['0.5', 0], ['1', 40], ['2', 40], ['3', 66.5], ['300', 66.5]])('%s earns the points of the highest band that it reaches: %d', (patents, points) => {
  expect(score({ patents })!.indicators[1]).toMatchObject({ value: patents, points });
});

it('says what is missing and what it can come to', () => {
  expect(score({ tech: '一般' })).toMatchObject({ score: '26.67', atMost: '60', missing: ['专利'] });
  expect(score({})).toMatchObject({ score: '0', atMost: '100', missing: ['技术', '专利'], working: null });
});

it('gives no score while a weight is open; a decided one is told from a reading', () => {
  const declared = [weight('w.tech'), weight('w.patents', 25)];
  expect(score({ tech: '一般', patents: '1' }, new Parameters(declared, []))).toMatchObject({ score: null, atMost: null, missing: ['技术的权重'] });
  const decided = score({ tech: '一般', patents: '1' }, new Parameters(declared, [{ parameter: 'w.tech', value: '75', from: null, document: '会议纪要' }]))!;
  expect(decided).toMatchObject({ score: '40' });
  expect(decided.indicators.map((it) => [it.decided, it.source])).toEqual([[true, '会议纪要'], [false, '平均']]);
});

it('judges only what it is for', () => {
  expect(scoreQuality(format, even, { kind: 'project', fields: { type: '乙' } }, '2026-06-30')).toBeUndefined();
  expect(scoreQuality(format, even, { kind: 'talent', fields: { type: '甲' } }, '2026-06-30')).toBeUndefined();
});
