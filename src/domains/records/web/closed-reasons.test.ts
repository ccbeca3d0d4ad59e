import { expect, test } from 'vitest';
import { closedReasons } from './closed-reasons.ts';

test('acts that cannot be done for one reason are told in one line', () => {
  const closed = [{ label: '初核', why: '由工信局办理。' }, { label: '申诉', why: '没有退回。' }, { label: '认定', why: '由工信局办理。' }];
  expect(closedReasons(closed)).toEqual([{ labels: '初核、认定', why: '由工信局办理。' }, { labels: '申诉', why: '没有退回。' }]);
});
