import { expect, test } from 'vitest';
import { insidePath } from './arrive.ts';

test('only an address of the platform is gone to', () => {
  expect(insidePath('/board?year=2021')).toBe('/board?year=2021');
  for (const foreign of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', '/login?from=%2Flogin', undefined]) {
    expect(insidePath(foreign)).toBe('/');
  }
});
