import { afterEach, expect, it, vi } from 'vitest';
import { originOf, saidOrigin } from './origin.ts';

afterEach(() => vi.unstubAllEnvs());

it.each(['10.1.2.3', 'https://10.1.2.3', 'https://[::1]:8080', 'http://szsy.example', 'ftp://szsy.example', 'szsy.example'])('refuses %s, to which no passkey can be bound', (text) => {
  vi.stubEnv('TANDEM_ORIGIN', text);
  expect(saidOrigin).toThrow('TANDEM_ORIGIN');
});

it('is what the operator says, whatever host a request names; else only this machine', () => {
  const request = (host: string) => originOf({ host, protocol: 'http' });
  expect([request('localhost:8080'), request('127.0.0.1:8080'), request('szsy.example'), request('localhost.evil.example')]).toEqual(['http://localhost:8080', undefined, undefined, undefined]);
  vi.stubEnv('TANDEM_ORIGIN', 'https://szsy.example/');
  expect([request('evil.example'), request('localhost:8080')]).toEqual(['https://szsy.example', 'https://szsy.example']);
});
