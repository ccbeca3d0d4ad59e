import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workerAnswer } from './worker-answer.ts';

/** What would have ended a server. */
const uncaught: unknown[] = [];
const note = (error: unknown): void => void uncaught.push(error);

beforeEach(() => {
  uncaught.length = 0;
  process.on('uncaughtExceptionMonitor', note);
});

afterEach(() => {
  process.off('uncaughtExceptionMonitor', note);
  expect(uncaught).toEqual([]);
});

const BEGIN = "const { parentPort } = require('node:worker_threads'); const { deflateRawSync } = require('node:zlib');";
const worker = (code: string): Worker => new Worker(BEGIN + code, { eval: true });
const says = (message: string): Worker => worker(`parentPort.postMessage(${message})`);

test('what a worker packed is unpacked', async () => {
  const sheet = { name: 'a', rows: [{ number: 1, cells: ['b'] }], merges: [] };
  expect(await workerAnswer(says(`{ portions: ['[{"sheet":"a"},{"row":{"number":1,"cells":["b"]}}]'].map((json) => deflateRawSync(json)) }`))).toEqual([sheet]);
});

test('a refusal is thrown as one', async () => {
  await expect(workerAnswer(says(`{ refusal: { code: 'formula', message: 'a' } }`))).rejects.toMatchObject({ name: 'Refusal', code: 'formula' });
});

test.each([
  'undefined',
  'null',
  '5',
  `'text'`,
  '{}',
  '{ refusal: null }',
  '{ portions: 5 }',
  '{ portions: [5] }',
  `{ portions: [Buffer.from('no deflate')] }`,
  `{ portions: [deflateRawSync('no JSON')] }`,
  `{ portions: [deflateRawSync('{}')] }`,
  `{ portions: [deflateRawSync('[null]')] }`,
  `{ portions: [deflateRawSync('[{"row":{}}]')] }`,
])('a worker that says %s is an error of the call and no more', async (message) => {
  await expect(workerAnswer(says(message))).rejects.toThrow(Error);
});

test.each(['throw new Error("a")', 'throw undefined', 'throw null', 'process.exit()', 'Promise.reject(5)'])('so is a worker that does: %s', async (code) => {
  await expect(workerAnswer(worker(code))).rejects.toThrow(/the reading worker/);
});

test('so is a message that cannot be received', async () => {
  const silent = worker('setTimeout(() => {}, 60_000)');
  const answer = expect(workerAnswer(silent)).rejects.toThrow('not received');
  silent.emit('messageerror', new Error('not received'));
  await answer;
});
