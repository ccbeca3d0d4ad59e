import { expect, test } from 'vitest';
import { isPlainJson } from './plain-json.ts';
import { buildServer } from './server.ts';

const nested = (open: string, close: string, times = 100_000): string => `${open.repeat(times)}1${close.repeat(times)}`;
const HOSTILE = [
  nested('[', ']'),
  nested('{"a":', '}'),
  '['.repeat(800_000),
  `[${'[],'.repeat(100_000)}[]]`,
  `{"login":${nested('[', ']')},"password":"x"}`,
  `{"login":[${'{"a":1},'.repeat(50_000)}1],"password":"\\"${'['.repeat(100)}"}`,
];
const PLAIN = [
  '',
  'null',
  '{"login":"a"',
  JSON.stringify({ json: { from: crypto.randomUUID(), leads: Array.from({ length: 2_000 }, () => crypto.randomUUID()) }, meta: [] }),
  // What stands in a text is no structure, whatever it looks like.
  JSON.stringify({ reason: '[{"\\'.repeat(50_000), 名称: ',,,,'.repeat(50_000) }),
];

test('tells what no input of the contract looks like, and nothing else', () => {
  for (const it of HOSTILE) expect(isPlainJson(it), it.slice(0, 20)).toBe(false);
  for (const it of PLAIN) expect(isPlainJson(it), it.slice(0, 20)).toBe(true);
});

test('what is hostile is refused unread on both surfaces, what is plain comes to the contract', async () => {
  const app = await buildServer({ platform: {} as never, demo: false, wakeWorker: () => undefined }, 'secret');
  const codeOf = async (url: string, payload: string): Promise<string> => {
    const { statusCode, body } = await app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json' } });
    const { code, json } = JSON.parse(body) as { code?: string; json?: { data: { code: string } } };
    return `${statusCode} ${code ?? json?.data.code}`;
  };
  for (const url of ['/api/v1/session/login', '/rpc/accounts/login']) {
    for (const body of HOSTILE) expect(await codeOf(url, body), `${url} ${body.slice(0, 20)}`).toBe('400 bad-request');
    for (const body of PLAIN.slice(3)) expect(await codeOf(url, body)).toBe('400 bad-input');
  }
  await app.close();
});
