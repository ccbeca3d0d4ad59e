import { describe, expect, it } from 'vitest';
import { fen, pay } from './amount-fixture.ts';
import type { Amount } from './format/awards.ts';

/**
 * Shapes of real policies of other places, each expressed by data alone and computed by hand.
 * Where a source gives no thresholds, they are ours; its shape is what is tried.
 */
const wan = (count: number): bigint => BigInt(Math.round(count * 100)) * 10_000n;

interface Shape {
  readonly source: string;
  readonly amount: Amount;
  /** Fields of the project, items as amounts in 万元, and the amount in 万元. */
  readonly cases: readonly (readonly [fields: Record<string, string | number | boolean>, expected: number, items?: readonly number[]])[];
}

const base = { field: 'planned' };
const SHAPES: Shape[] = [
  {
    source: 't7.2, Taixing: 5‰ of the actual investment, at most 200万元',
    amount: { clamp: { rate: '5‰', of: { sum: 'amount' } }, max: '200万元' },
    cases: [[{}, 50, [10_000]], [{}, 200, [30_000, 10_000]], [{}, 200, [40_001]], [{}, 199.5, [39_900]]],
  },
  {
    source: 'Lucheng 2018 art. 25: by level of the talent, up to 60/30/10万元',
    amount: { table: 'type', rows: { 甲: '60万元', 乙: '30万元', 丙: '10万元' } },
    cases: [[{ type: '甲' }, 60], [{ type: '乙' }, 30], [{ type: '丙' }, 10]],
  },
  {
    source: 'Tianhe 2023 art. 8: 1万元 a registered firm, at most 10万元 a year',
    amount: { clamp: { perHead: '1万元', heads: 'items' }, max: '10万元' },
    cases: [[{}, 0], [{}, 3, [0, 0, 0]], [{}, 10, Array.from({ length: 10 }, () => 0)], [{}, 10, Array.from({ length: 14 }, () => 0)]],
  },
  {
    source: 'Lucheng art. 4: 4‰ of the foreign capital paid in, at most 300万元',
    amount: { clamp: { rate: '4‰', of: { field: 'paid' } }, max: '300万元' },
    cases: [[{ paid: '3亿元' }, 120], [{ paid: '7.5亿元' }, 300], [{ paid: '8亿元' }, 300]],
  },
  {
    source: 'Lucheng art. 16: 5% of the investment of the year, at most 50万元 a project',
    amount: { clamp: { rate: '5%', of: { sum: 'amount' } }, max: '50万元' },
    cases: [[{}, 15, [100, 200]], [{}, 50, [1_000]], [{}, 50, [800, 201]]],
  },
  {
    source: 'Xuanzhou: 3‰, 2‰, 1.5‰ of the fixed assets, the whole by its band',
    amount: { brackets: [{ from: '0元', to: '1亿元', rate: '3‰' }, { from: '1亿元', to: '5亿元', rate: '2‰' }, { from: '5亿元', rate: '1.5‰' }], of: base, marginal: false },
    cases: [[{ planned: '8000万元' }, 24], [{ planned: '1亿元' }, 20], [{ planned: '6亿元' }, 90]],
  },
  {
    source: 'a committee (jinchutou): 3‰ below 1000万元, 4‰ to 1亿元, 5‰ above, each part by its own, at most 100万元',
    amount: { clamp: { brackets: [{ from: '0元', to: '1000万元', rate: '3‰' }, { from: '1000万元', to: '1亿元', rate: '4‰' }, { from: '1亿元', rate: '5‰' }], of: base, marginal: true }, max: '100万元' },
    cases: [[{ planned: '800万元' }, 2.4], [{ planned: '3000万元' }, 11], [{ planned: '2亿元' }, 89], [{ planned: '3亿元' }, 100]],
  },
  {
    source: 'Suzhou: 100万元 for each full 1亿元 invested in the year, at most 2000万元',
    amount: { clamp: { step: { from: '1亿元', every: '1亿元', pay: '100万元', start: '100万元' }, of: { sum: 'amount' } }, max: '2000万元' },
    cases: [[{}, 0, [9_999]], [{}, 100, [6_000, 4_000]], [{}, 200, [29_999]], [{}, 2_000, [250_000]]],
  },
  {
    source: 'Ningbo: 300万元 for each full 1亿元',
    amount: { step: { from: '1亿元', every: '1亿元', pay: '300万元', start: '300万元' }, of: { sum: 'amount' } },
    cases: [[{}, 300, [10_000]], [{}, 900, [30_000, 9_999]]],
  },
  {
    source: 'Jiangsu 双创人才: 50 or 100万元 by kind, 15万元 for a 双创博士',
    amount: { table: 'type', rows: { 甲: '100万元', 乙: '50万元' }, otherwise: '15万元' },
    cases: [[{ type: '甲' }, 100], [{ type: '乙' }, 50], [{ type: '丙' }, 15]],
  },
  {
    source: '分档定额: a fixed amount by band, 3–5亿元, 5–10亿元, from 10亿元',
    amount: { brackets: [{ from: '0元', to: '3亿元', pay: '0元' }, { from: '3亿元', to: '5亿元', pay: '100万元' }, { from: '5亿元', to: '10亿元', pay: '200万元' }, { from: '10亿元', pay: '500万元' }], of: base, marginal: false },
    cases: [[{ planned: '29999.99万元' }, 0], [{ planned: '3亿元' }, 100], [{ planned: '5亿元' }, 200], [{ planned: '99亿元' }, 500]],
  },
  {
    source: '超额累进、上浮10%、封顶: marginal bands, a tenth more for a talent-led project, capped',
    amount: { clamp: { uplift: '10%', when: { field: 'led', is: true }, of: { brackets: [{ from: '0元', to: '5000万元', rate: '1%' }, { from: '5000万元', rate: '2%' }], of: base, marginal: true } }, max: '200万元' },
    // 50 + 3000 × 2% = 110, × 1.1 = 121; 50 + 7000 × 2% = 190, × 1.1 = 209 → 200
    cases: [[{ planned: '8000万元', led: false }, 110], [{ planned: '8000万元', led: true }, 121], [{ planned: '1.2亿元', led: true }, 200], [{ planned: '1.2亿元', led: false }, 190]],
  },
  {
    source: '配套 1:1 and 1:0.5: the higher of matching a plan in full and one by half',
    amount: { bestOf: [{ match: '100%', of: { field: 'paid' } }, { match: '50%', of: base }] },
    cases: [[{ paid: '30万元', planned: '50万元' }, 30], [{ paid: '20万元', planned: '50万元' }, 25]],
  },
  {
    source: '按月补贴: 3000元 a month for a 博士, at most 36 months',
    amount: { clamp: { perHead: '3000元', heads: { field: 'posts' } }, max: '10.8万元' },
    cases: [[{ posts: 7 }, 2.1], [{ posts: 36 }, 10.8], [{ posts: 48 }, 10.8]],
  },
  {
    source: '补差: up to the higher level, a floor of 5万元',
    amount: { clamp: { rate: '10%', of: { field: 'paid' } }, min: '5万元' },
    cases: [[{ paid: '20万元' }, 5], [{ paid: '50万元' }, 5], [{ paid: '80万元' }, 8]],
  },
];

describe.each(SHAPES)('$source', ({ amount, cases }) => {
  it.each(cases.map(([fields, expected, items]) => ({ fields, expected, items: items ?? [] })))('$fields $items: $expected 万元', ({ fields, expected, items }) => {
    expect(fen(amount, fields, items.map((it) => ({ amount: wan(it) })))).toBe(wan(expected));
  });
});

it.each([
  ['t6.2, Taixing: 30 to 500万元, by judgement', '30万元', '500万元', 30, 500],
  ['Jiangsu 双创团队: 300 to 800万元', '300万元', '800万元', 300, 800],
])('%s', (_, min, max, low, high) => {
  expect(pay({ range: { min, max } }).range).toEqual({ min: wan(low), max: wan(high) });
});
