import fc, { type Arbitrary } from 'fast-check';
import { expect, it } from 'vitest';
import { type Item, pay } from './amount-fixture.ts';
import type { Amount } from './format/awards.ts';
import type { Condition } from './format/conditions.ts';
import type { Outcome } from './outcome.ts';

const money = fc.constantFrom('0元', '0.03元', '1元', '333.33元', '1万元', '7.5万元', '100万元');
const rate = fc.constantFrom('0%', '5‰', '1/3', '50%', '100%');
const base = fc.constantFrom<{ field: string } | { sum: string }>({ field: 'planned' }, { field: 'paid' }, { sum: 'amount' });
const amountOf = fc.oneof({ weight: 5, arbitrary: money }, { weight: 1, arbitrary: fc.constant({ param: 'cap' }) });
const rateOf = fc.oneof({ weight: 5, arbitrary: rate }, { weight: 1, arbitrary: fc.constant({ param: 'part' }) });
const BOUNDS = ['0元', '1元', '1万元', '50万元'];

const brackets = fc.integer({ min: 1, max: BOUNDS.length }).chain((count) => fc.tuple(...BOUNDS.slice(0, count).map((from) => fc.oneof(rateOf.map((it) => ({ from, rate: it })), amountOf.map((it) => ({ from, pay: it }))))));
const bands = fc.integer({ min: 1, max: BOUNDS.length }).chain((count) => fc.tuple(...BOUNDS.slice(0, count).map((from) => rateOf.map((it) => ({ from, rate: it })))));
const when: Arbitrary<Condition> = fc.constantFrom<Condition[]>({ field: 'led', is: true }, { field: 'type', in: ['甲', '乙'] }, { field: 'posts', atLeast: 2 });

function anyAmount(depth: number): Arbitrary<Amount> {
  const flat: Arbitrary<Amount>[] = [
    amountOf.map((fixed) => ({ fixed })),
    fc.constant<Amount>({ range: { min: '1元', max: '9万元' } }),
    fc.tuple(money, money, money).map(([甲, 乙, 丙]) => ({ table: 'type', rows: { 甲, 乙, 丙 } })),
    fc.tuple(money, money).map(([甲, otherwise]) => ({ table: 'type', rows: { 甲 }, otherwise })),
    fc.tuple(brackets, base).map(([rows, of]) => ({ brackets: rows, of, marginal: false })),
    fc.tuple(bands, base).map(([rows, of]) => ({ brackets: rows, of, marginal: true })),
    fc.tuple(rateOf, base).map(([it, of]) => ({ rate: it, of })),
    fc.tuple(money, money, money, base).map(([from, more, start, of]) => ({ step: { from, every: '3元', pay: more, start }, of })),
    fc.tuple(rate, base).map(([match, of]) => ({ match, of })),
    fc.tuple(amountOf, fc.constantFrom<'items' | { field: string }>('items', { field: 'posts' })).map(([perHead, heads]) => ({ perHead, heads })),
  ];
  if (depth === 0) return fc.oneof(...flat);
  const inner = anyAmount(depth - 1);
  return fc.oneof(
    ...flat,
    fc.tuple(rate, when, inner).map(([uplift, it, of]) => ({ uplift, when: it, of })),
    fc.array(inner, { minLength: 2, maxLength: 3 }).map((bestOf) => ({ bestOf })),
    inner.map((clamp) => ({ clamp, min: '1元', max: '8万元' })),
    fc.tuple(inner, amountOf).map(([clamp, max]) => ({ clamp, max })),
  );
}

const fields = fc.record({ type: fc.constantFrom('甲', '乙', '丙'), led: fc.boolean(), planned: money, paid: money, posts: fc.constantFrom(0, 1, 2.5, 3) });
const hidden = fc.subarray(['type', 'led', 'planned', 'paid', 'posts'] as const);
const item = fc.record({ amount: fc.constantFrom(0n, 3n, 100n, 1_000_000n, 40_000_000n), counts: fc.boolean(), doubtful: fc.boolean(), blank: fc.boolean() });
const decided = fc.record({ cap: money, part: rate });

it('what is not known gives a range that holds the true amount, or no range at all', () => {
  let ranges = 0;
  let wide = 0;
  fc.assert(fc.property(anyAmount(2), fields, hidden, fc.array(item, { maxLength: 4 }), decided, fc.subarray(['cap', 'part'] as const), (amount, truth, blanks, items, decisions, open) => {
    const wholeItems: Item[] = items.map((it) => ({ amount: it.amount, outcome: it.counts ? 'yes' : 'no' }));
    const whole = pay(amount, truth, wholeItems, decisions);
    expect(whole.missing).toEqual([]);
    const seenItems: Item[] = items.map((it) => ({ amount: it.blank ? undefined : it.amount, outcome: (it.doubtful ? 'unknown' : it.counts ? 'yes' : 'no') as Outcome }));
    const seen = pay(amount, Object.fromEntries(Object.entries(truth).filter(([name]) => !blanks.includes(name as never))), seenItems, Object.fromEntries(Object.entries(decisions).filter(([name]) => !open.includes(name as never))));
    if (!seen.range) {
      expect(seen.missing).not.toEqual([]);
      return;
    }
    ranges++;
    if (seen.range.min < whole.range!.min || seen.range.max > whole.range!.max) wide++;
    expect(seen.range.min <= whole.range!.min && whole.range!.max <= seen.range.max, `${seen.range.min}–${seen.range.max} does not hold ${whole.range!.min}–${whole.range!.max}`).toBe(true);
  }), { numRuns: 5_000 });
  expect(ranges).toBeGreaterThan(2_000);
  expect(wide).toBeGreaterThan(300);
});
