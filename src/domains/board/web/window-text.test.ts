import { expect, test } from 'vitest';
import { inYear, periodWord, shortWindow, windowStanding } from './window-text.ts';

test('a window is named without the year that stands above it', () => {
  const short = (label: string) => shortWindow({ label });
  expect(['2021年', '2021年第一季度', '2021年3—4月', '2021年上半年', '2021年3月'].map(short)).toEqual(['全年', '第一季度', '3—4月', '上半年', '3月']);
  expect(short('2021年3月1日至2021年6月8日')).toBe('2021年3月1日至2021年6月8日');
});

test('a running window says how much of it is gone', () => {
  const window = { name: '2021', label: '2021年', from: '2021-01-01', to: '2021-12-31', pace: 0.731 };
  expect(windowStanding({ ...window, state: 'running' })).toBe('进行中，序时 73%');
  expect(windowStanding({ ...window, state: 'passed' })).toBe('已结束');
});

test('a window says how often its like comes', () => {
  expect(['2021Q3', '2021B1', '2021H2', '2021-03', '2021'].map(periodWord)).toEqual(['每季度', '每两个月', '每半年', '每月', '全年']);
});

test('a part is found again in another year', () => {
  expect(inYear('2021Q3', 2022)).toBe('2022Q3');
  expect(inYear('2021', 2020)).toBe('2020');
  expect(inYear('2021-03-01..2021-06-08', 2020)).toBeUndefined();
});
