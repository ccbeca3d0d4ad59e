import { expect, test } from 'vitest';
import type { FrozenFigure } from './freeze-shapes.ts';
import { figuresOf, frozenGroups } from './frozen-groups.ts';

const window = { name: '2021Q1', label: '2021年第一季度', from: '2021-01-01', to: '2021-03-31', state: 'passed' as const, pace: 1 };
const figure = (measure: string, certified: number, live: number, inside: boolean): FrozenFigure => ({ measure, label: measure, unit: '期', owner: { id: 'o', name: '科技局' }, window, certified, declared: certified, live, inside });

test('what moved is told of the frozen period only: a longer window moves by itself', () => {
  const all = [figure('a', 1, 0, true), figure('b', 2, 2, true), figure('a', 3, 9, false)];
  expect(figuresOf('changed', all)).toEqual([all[0]]);
  expect(figuresOf('inside', all)).toHaveLength(2);
  expect(figuresOf('all', all)).toHaveLength(3);
  expect(frozenGroups(all).map((it) => [it.measure, it.figures.length])).toEqual([['a', 2], ['b', 1]]);
});
