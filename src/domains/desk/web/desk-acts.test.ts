import { expect, test } from 'vitest';
import { ageText, deskActs, rowKey } from './desk-acts.ts';

test('each act has a key of its own', () => {
  expect(new Set(deskActs.map((it) => it.key)).size).toBe(deskActs.length);
});

test('an age that cannot be told is not told', () => {
  expect([ageText(null), ageText(0), ageText(3)]).toEqual(['', '今天报来', '已等 3 个工作日']);
});

test('milestones of one record are rows of their own', () => {
  expect(rowKey({ id: 'a', milestone: 'signed' })).not.toBe(rowKey({ id: 'a', milestone: 'started' }));
});
