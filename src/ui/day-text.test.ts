import { expect, test } from 'vitest';
import { dayWithWeek } from './day-text.ts';

test('a day is printed with its weekday, whatever the zone of the machine', () => {
  expect(dayWithWeek('2021-09-23')).toBe('9 月 23 日 星期四');
  expect(dayWithWeek('2024-02-29')).toBe('2 月 29 日 星期四');
});
