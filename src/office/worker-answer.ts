import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import { Refusal } from '../kernel/refusal.ts';
import { tooLarge } from './file-refusals.ts';
import { readMilliseconds } from './limits.ts';
import type { ReaderMessage } from './read-worker.ts';
import type { Sheet } from './sheet.ts';
import { addPiece, type SheetPiece } from './sheet-piece.ts';

const START_MILLISECONDS = 15_000;

/**
 * Waits for what a reading worker says and ends it. Whatever the worker says or throws, however odd, becomes an error of
 * this promise: an exception in an event's handler would end the whole server.
 */
export async function workerAnswer(worker: Worker): Promise<Sheet[]> {
  return unpacked(await portionsOf(worker));
}

function portionsOf(worker: Worker): Promise<Uint8Array[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array[]>();
  let timer = setTimeout(() => reject(new Error('the reading worker did not start')), START_MILLISECONDS);
  const hear = (message: ReaderMessage): void => {
    clearTimeout(timer);
    if ('bytes' in message) timer = setTimeout(() => reject(tooLarge('文件读取时间过长')), readMilliseconds(message.bytes));
    else if ('refusal' in message) reject(new Refusal(message.refusal.code, message.refusal.message));
    else resolve(message.portions);
  };
  worker.on('message', (message: ReaderMessage) => {
    try {
      hear(message);
    } catch (error) {
      reject(new Error('the reading worker said what nobody understands', { cause: error }));
    }
  });
  worker.on('messageerror', reject);
  worker.on('error', (error: unknown) => {
    const full = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    reject(full ? tooLarge('文件内容太多') : new Error('the reading worker failed', { cause: error }));
  });
  worker.on('exit', () => reject(new Error('the reading worker ended without an answer')));
  return promise.finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}

async function unpacked(portions: Uint8Array[]): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const portion of portions) {
    for (const piece of JSON.parse(inflateRawSync(portion).toString()) as SheetPiece[]) addPiece(sheets, piece);
    await setImmediate();
  }
  return sheets;
}
