import { expect, it } from 'vitest';
import { childrenOf, placeTree } from './trace-layout.ts';

const node = (id: string, from: string | null, day: string | null) => ({ subject: { id }, from, first: day === null ? null : { day } });

it('leaves stand below each other by their days, others beside the middle of what followed (t3.3)', () => {
  const { placed, rows, columns } = placeTree([node('talent', null, '2024-01-01'), node('firm', 'talent', '2024-03-01'), node('later', 'firm', '2026-01-01'), node('money', 'firm', '2024-05-01'), node('undated', 'firm', null), node('platform', 'talent', '2025-01-01')]);
  expect([rows, columns]).toEqual([4, 3]);
  expect(Object.fromEntries(placed.map((it) => [it.node.subject.id, [it.column, it.row]]))).toEqual({ talent: [0, 2], firm: [1, 1], money: [2, 0], later: [2, 1], undated: [2, 2], platform: [1, 3] });
});

it('every node stands once under where it came from', () => {
  const all = [node('a', null, '2024-01-01'), node('b', 'a', '2024-01-01'), node('c', 'a', '2024-01-01')];
  expect([...childrenOf(all)].map(([from, list]) => [from, list.map((it) => it.subject.id)])).toEqual([['', ['a']], ['a', ['b', 'c']]]);
});
