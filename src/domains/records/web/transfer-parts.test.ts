import { expect, test } from 'vitest';
import { judgeParts } from './transfer-parts.ts';

test('shares must add up to the whole, exactly', () => {
  expect(judgeParts([{ unit: 'a', percent: '33.3' }, { unit: 'b', percent: '33.3' }, { unit: 'c', percent: '33.4' }], true)).toEqual({
    sum: '100',
    problem: undefined,
    parts: [{ unit: 'a', percent: 33.3 }, { unit: 'b', percent: 33.3 }, { unit: 'c', percent: 33.4 }],
  });
  expect(judgeParts([{ unit: 'a', percent: '60' }, { unit: 'b', percent: '３０%' }], true).problem).toBe('各单位相加是 90%，应为 100%');
});

test('each slip is told by its own sentence', () => {
  expect(judgeParts([{ unit: '', percent: '' }], true).problem).toBe('请至少写一个单位');
  expect(judgeParts([{ unit: '', percent: '100' }], true).problem).toBe('有一行没有选单位');
  expect(judgeParts([{ unit: 'a', percent: '一半' }], true)).toMatchObject({ sum: undefined, problem: '分成请填数字，最多六位小数' });
  expect(judgeParts([{ unit: 'a', percent: '50' }, { unit: 'a', percent: '50' }], true).problem).toBe('同一个单位写了两次，请合并成一行');
  expect(judgeParts([{ unit: 'a', percent: '100' }, { unit: 'b', percent: '0' }], true).problem).toBe('分成为 0 的单位请移除');
});

test('hosts that each have it in full are not summed', () => {
  expect(judgeParts([{ unit: 'a', percent: '' }, { unit: 'b', percent: '' }], false)).toMatchObject({
    problem: undefined,
    parts: [{ unit: 'a', percent: 100 }, { unit: 'b', percent: 100 }],
  });
});
