import { expect, test } from 'vitest';
import { dueText, paceOf } from './day-text.ts';

const TODAY = '2026-06-30';

test('a deadline is told in working days, or by its day where they cannot be told', () => {
  const said = [['2026-06-26', -2], ['2026-06-30', 0], ['2026-07-01', 1], ['2026-07-10', 8], ['2026-06-27', 0], ['2026-07-10', null], ['2026-06-26', null]] as const;
  expect(said.map(([due, left]) => `${dueText({ due, left, age: null }, TODAY)} ${paceOf({ due, left }, TODAY)}`)).toEqual([
    '超 2 工作日 late', '今天 slow', '剩 1 工作日 slow', '剩 8 工作日 good', '已过期 late', '2026-07-10 good', '已过期 late',
  ]);
  expect([null, 0, 3].map((age) => dueText({ due: null, left: null, age }, TODAY))).toEqual(['待办', '今天来的', '等 3 工作日']);
});
