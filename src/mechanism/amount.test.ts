import { describe, expect, it } from 'vitest';
import { fen, pay } from './amount-fixture.ts';
import type { Amount } from './format/awards.ts';

/** 万元 and 元 in fen. */
const wan = (count: number): bigint => BigInt(Math.round(count * 100)) * 10_000n;
const planned = (text: string): { planned: string } => ({ planned: text });

describe('fixed', () => {
  it('is what is written', () => {
    expect(fen({ fixed: '15万元' })).toBe(wan(15));
  });
  it('may be a decision; open, it has no amount and says which is missing', () => {
    expect(pay({ fixed: { param: 'cap' } }, {}, [], { cap: '20万元' }).range).toEqual({ min: wan(20), max: wan(20) });
    expect(pay({ fixed: { param: 'cap' } })).toMatchObject({ range: undefined, missing: ['决定：封顶'] });
  });
});

it('range: 1万元 to 10万元 is left to judgement (t4.2)', () => {
  expect(pay({ range: { min: '1万元', max: '10万元' } })).toMatchObject({ range: { min: wan(1), max: wan(10) }, missing: [], sentence: '1万元至10万元，由评定决定' });
});

describe('table', () => {
  const table: Amount = { table: 'type', rows: { 甲: '60万元', 乙: '30万元' }, otherwise: '5万元' };
  it.each([['甲', 60], ['乙', 30], ['丙', 5]])('%s: %d 万元', (type, expected) => {
    expect(fen(table, { type })).toBe(wan(expected));
  });
  it('unknown: from the lowest row to the highest', () => {
    expect(pay(table)).toMatchObject({ range: { min: wan(5), max: wan(60) }, missing: ['类型'] });
  });
});

describe('brackets, whole: all of it by its bracket', () => {
  const pays: Amount = { brackets: [{ from: '0元', to: '1亿元', pay: '0元' }, { from: '1亿元', to: '3亿元', pay: '10万元' }, { from: '3亿元', pay: '30万元' }], of: { field: 'planned' }, marginal: false };
  it.each([['0元', 0], ['9999.999999万元', 0], ['1亿元', 10], ['29999.999999万元', 10], ['3亿元', 30], ['100亿元', 30]])('fixed pays on %s: %d 万元, the lower bound included', (text, expected) => {
    expect(fen(pays, planned(text))).toBe(wan(expected));
  });
  it('rates take the whole amount', () => {
    const rates: Amount = { brackets: [{ from: '0元', to: '1000万元', rate: '3‰' }, { from: '1000万元', rate: '4‰' }], of: { field: 'planned' }, marginal: false };
    // 999.999999 × 3‰ = 2.999999997 万元 = 29,999.99997 元 → 29,999.99|997 → 30,000.00; 1000 × 4‰ = 4 万元.
    expect([fen(rates, planned('999.999999万元')), fen(rates, planned('1000万元'))]).toEqual([3_000_000n, wan(4)]);
  });
});

it('a higher bracket that pays less: an open sum is looked at on both sides of the bound', () => {
  const falling: Amount = { brackets: [{ from: '0元', to: '1000万元', rate: '10%' }, { from: '1000万元', rate: '5%' }], of: { sum: 'amount' }, marginal: false };
  // 900 surely, up to 1200: 90 at 900, up to 100 just below 1000, 50 at 1000, 60 at 1200.
  expect(pay(falling, {}, [{ amount: wan(900) }, { amount: wan(300), outcome: 'unknown' }]).range).toEqual({ min: wan(50), max: wan(100) });
});

describe('brackets, marginal: each part by its own rate', () => {
  const bands: Amount = { brackets: [{ from: '0元', to: '1000万元', rate: '3‰' }, { from: '1000万元', to: '1亿元', rate: '4‰' }, { from: '1亿元', rate: '5‰' }], of: { field: 'planned' }, marginal: true };
  it.each([
    ['0元', 0n], ['500万元', 1_500_000n], ['1000万元', wan(3)],
    // 3 + 4000 × 4‰ = 19
    ['5000万元', wan(19)],
    // 3 + 9000 × 4‰ = 39
    ['1亿元', wan(39)],
    // 39 + 10000 × 5‰ = 89
    ['2亿元', wan(89)],
  ])('%s: %d fen', (text, expected) => {
    expect(fen(bands, planned(text))).toBe(expected);
  });
  it('is rounded once, not part by part', () => {
    const halves: Amount = { brackets: [{ from: '0元', to: '0.01元', rate: '50%' }, { from: '0.01元', rate: '50%' }], of: { field: 'planned' }, marginal: true };
    expect(fen(halves, planned('0.02元'))).toBe(1n);
  });
});

describe('rate, rounded half up to the fen', () => {
  it.each([['1亿元', 50_000_000n], ['0.99元', 0n], ['1元', 1n], ['2.99元', 1n], ['3元', 2n], ['0元', 0n]])('5‰ of %s is %d fen', (text, expected) => {
    expect(fen({ rate: '5‰', of: { field: 'planned' } }, planned(text))).toBe(expected);
  });
  it('keeps every fen of large sums: 1/3 of 900,719,925,474,099.31 yuan', () => {
    expect(fen({ rate: '1/3', of: { field: 'planned' } }, planned('900719925474099.31元'))).toBe(30_023_997_515_803_310n);
  });
  it('of the sum of the items', () => {
    expect(fen({ rate: '5‰', of: { sum: 'amount' } }, {}, [{ amount: wan(100) }, { amount: 33n }, { amount: wan(50), outcome: 'no' }])).toBe(500_000n);
  });
});

describe('step: from a start, more for each full step', () => {
  const step: Amount = { step: { from: '1亿元', every: '5000万元', pay: '20万元', start: '50万元' }, of: { field: 'planned' } };
  it.each([['9999.999999万元', 0], ['1亿元', 50], ['1.4999亿元', 50], ['1.5亿元', 70], ['3亿元', 130]])('%s: %d 万元', (text, expected) => {
    expect(fen(step, planned(text))).toBe(wan(expected));
  });
});

it.each([['100%', wan(80)], ['50%', wan(40)], ['1/3', 26_666_667n]])('match: %s of what was granted above', (match, expected) => {
  expect(fen({ match, of: { field: 'paid' } }, { paid: '80万元' })).toBe(expected);
});

describe('perHead', () => {
  it('times a number, a fraction of it too, rounded half up', () => {
    expect(fen({ perHead: '2000元', heads: { field: 'posts' } }, { posts: 12 })).toBe(2_400_000n);
    expect(fen({ perHead: '0.01元', heads: { field: 'posts' } }, { posts: 2.5 })).toBe(3n);
    expect(fen({ perHead: '0.01元', heads: { field: 'posts' } }, { posts: 2.25 })).toBe(2n);
  });
  it('times the items of the case, from those that surely count to those that may', () => {
    expect(fen({ perHead: '1万元', heads: 'items' }, {}, [{}, {}, { outcome: 'no' }])).toBe(wan(2));
    expect(pay({ perHead: '1万元', heads: 'items' }, {}, [{}, {}, { outcome: 'unknown' }]).range).toEqual({ min: wan(2), max: wan(3) });
  });
});

describe('uplift', () => {
  const uplift: Amount = { uplift: '10%', when: { field: 'led', is: true }, of: { rate: '5‰', of: { field: 'planned' } } };
  it.each([[true, 55_000_000n], [false, 50_000_000n]])('10% more where it is led by a talent: %s', (led, expected) => {
    expect(fen(uplift, { ...planned('1亿元'), led })).toBe(expected);
  });
  it('open: without it up to with it', () => {
    expect(pay(uplift, planned('1亿元'))).toMatchObject({ range: { min: 50_000_000n, max: 55_000_000n }, missing: ['领办'] });
  });
});

it.each([['1000万元', 20], ['1亿元', 50]])('bestOf: the higher of a fixed amount and a rate on %s: %d 万元', (text, expected) => {
  expect(fen({ bestOf: [{ fixed: '20万元' }, { rate: '5‰', of: { field: 'planned' } }] }, planned(text))).toBe(wan(expected));
});

describe('clamp', () => {
  const clamp: Amount = { clamp: { rate: '5‰', of: { field: 'planned' } }, min: '10万元', max: '200万元' };
  it.each([['100万元', 10], ['2000万元', 10], ['1亿元', 50], ['4亿元', 200], ['40亿元', 200]])('%s: %d 万元', (text, expected) => {
    expect(fen(clamp, planned(text))).toBe(wan(expected));
  });
  it('bounds what cannot be computed yet', () => {
    expect(pay(clamp)).toMatchObject({ range: { min: wan(10), max: wan(200) }, missing: ['总投资'] });
    expect(pay({ clamp: { rate: '5‰', of: { sum: 'amount' } }, max: '200万元' }, {}, [{ amount: undefined }])).toMatchObject({ range: { min: 0n, max: wan(200) }, missing: ['投资额'] });
    expect(pay({ clamp: { rate: '5‰', of: { field: 'planned' } }, max: { param: 'cap' } }).range).toBeUndefined();
  });
});

it('nested: the best of two, uplifted, capped', () => {
  const nested: Amount = { clamp: { uplift: '20%', when: { field: 'type', is: '甲' }, of: { bestOf: [{ table: 'type', rows: { 甲: '30万元', 乙: '20万元', 丙: '10万元' } }, { rate: '1%', of: { field: 'paid' } }] } }, max: '100万元' };
  // 甲: max(30, 1% × 1000 = 10) × 1.2 = 36; 乙: max(20, 1% × 5000 = 50) = 50; 甲: max(30, 1% × 9000 = 90) × 1.2 = 108 → 100.
  expect([fen(nested, { type: '甲', paid: '1000万元' }), fen(nested, { type: '乙', paid: '5000万元' }), fen(nested, { type: '甲', paid: '9000万元' })]).toEqual([wan(36), wan(50), wan(100)]);
});
