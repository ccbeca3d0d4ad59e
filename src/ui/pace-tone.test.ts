import { expect, test } from 'vitest';
import { paceTone } from './pace-tone.ts';

test('a share is judged by the time gone', () => {
  expect(paceTone(0.73, 0.73)).toBe('pine');
  expect(paceTone(0.6, 0.73)).toBe('ginkgo');
  expect(paceTone(0.5, 0.73)).toBe('cinnabar');
  expect(paceTone(1.4, 1)).toBe('pine');
});

test('without a pace there is no judgement', () => {
  expect(paceTone(0, undefined)).toBe('teal');
});
