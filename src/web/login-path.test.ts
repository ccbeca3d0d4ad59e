import { expect, test } from 'vitest';
import { loginPath } from './login-path.ts';

test('the log-in leads back to where one was, but never to itself', () => {
  expect(loginPath('/board?year=2021')).toBe('/login?from=%2Fboard%3Fyear%3D2021');
  expect(loginPath('/')).toBe('/login');
  expect(loginPath('/login?from=%2Fboard')).toBe('/login');
});
