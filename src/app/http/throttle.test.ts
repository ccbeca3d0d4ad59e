import { expect, it } from 'vitest';
import { withLedger } from '../../../tests/database.ts';
import { platformOf, serverOf } from '../../../tests/platform.ts';

const FORGED = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'x-client-ip', 'true-client-ip', 'cf-connecting-ip', 'x-forwarded-host', 'via', 'client-ip', 'x-originating-ip'];

it('wrong log-ins of one address make it wait, whatever 300 of them say of themselves', () => withLedger('taixing', async (test) => {
  const app = await serverOf(platformOf(test, '2026-03-05'));
  const answers: number[] = [];
  for (let i = 0; i < 300; i++) {
    const address = `203.0.113.${i % 250}`;
    const headers = { [FORGED[i % FORGED.length]!]: i % FORGED.length === 2 ? `for=${address}` : address, 'user-agent': `agent ${i}`, 'x-request-id': crypto.randomUUID() };
    answers.push((await app.inject({ method: 'POST', url: '/api/v1/session/login', headers, payload: { login: `guess-${i}`, password: `a wrong password ${i}`, source: address, ip: address }, remoteAddress: i % 2 === 0 ? '192.0.2.7' : '::ffff:192.0.2.7' })).statusCode);
  }
  expect(answers.slice(0, 30)).toEqual(Array(30).fill(422));
  expect(answers.slice(30)).toEqual(Array(270).fill(429));
  const elsewhere = await app.inject({ method: 'POST', url: '/api/v1/session/login', payload: { login: 'somebody', password: 'a wrong password' }, remoteAddress: '192.0.2.8' });
  expect(elsewhere.statusCode).toBe(422);
  await app.close();
}), 60_000);
