import { expect, test } from 'vitest';
import { breakdownBlocks } from './breakdown-blocks.ts';

const cell = (name: string) => ({ window: { name, label: name, from: name, to: name, state: 'passed' as const, pace: 1 }, value: 1, target: 1, light: 'met' as const, frozen: false });

test('owners are parted by the length of their windows', () => {
  const blocks = breakdownBlocks([
    { owner: { id: 'city', name: '全市' }, cells: [cell('2021')] },
    { owner: { id: 'kejiju', name: '科技局' }, cells: [cell('2021Q1'), cell('2021Q2')] },
    { owner: { id: 'park', name: '园区' }, cells: [cell('2021')] },
  ]);
  expect(blocks.map((it) => [it.windows.map((window) => window.name), it.rows.map((row) => row.owner.id)])).toEqual([
    [['2021Q1', '2021Q2'], ['kejiju']],
    [['2021'], ['city', 'park']],
  ]);
});
