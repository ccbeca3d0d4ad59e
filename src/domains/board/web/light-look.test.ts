import { expect, test } from 'vitest';
import { bareReason } from './light-look.ts';

test('what the light says already is not said again', () => {
  expect(bareReason('missed', '未达标：科技局第一季度差1次')).toBe('科技局第一季度差1次');
  expect(bareReason('none', '原文没有给出数量，暂无量化指标')).toBe('原文没有给出数量');
  expect(bareReason('on-track', '进行中：泰兴市下半年差1次')).toBe('进行中：泰兴市下半年差1次');
});
