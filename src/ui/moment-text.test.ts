import { expect, test } from 'vitest';
import { momentText } from './moment-text.ts';

test('an instant is shown by the clocks of Shanghai', () => {
  expect(momentText('2021-12-31T16:30:00.000Z')).toBe('2022-01-01 00:30');
  expect(momentText('earlier')).toBe('earlier');
});
