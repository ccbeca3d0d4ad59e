import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import { Refusal } from '../kernel/refusal.ts';
import { notAWorkbook, tooLarge } from './file-refusals.ts';
import { MAX_FILE_BYTES, readMilliseconds } from './limits.ts';
import type { ReaderMessage } from './read-worker.ts';
import type { Sheet } from './sheet.ts';
import { addPiece, type SheetPiece } from './sheet-piece.ts';

/** Files read at the same time in one process; others wait in the order in which they came. */
const SLOTS = 2;
const waiting: (() => void)[] = [];
let running = 0;

const START_MILLISECONDS = 15_000;
/** Only a net: V8 ends the whole process when native code finds the heap full, so the readers are bounded by what they do. */
const RESOURCES = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/**
 * Reads an .xlsx or .csv file that came from outside; which of them it is, its content says.
 * The file is read in a worker thread with bounded memory and time (1 s and 0.4 s a MiB of its inflated content),
 * is never trusted about itself, and leaves the bytes given as they are.
 * @param file `name` with extension; without it, it is the name of a CSV file's only sheet
 * @returns its sheets in the order of their tabs, hidden ones included
 * @throws Refusal with a code of `file-refusals.ts` and a sentence that says what to do next
 */
export async function readSheets(file: { name: string; bytes: Uint8Array }): Promise<Sheet[]> {
  if (file.bytes.length === 0) throw notAWorkbook('文件是空的');
  if (file.bytes.length > MAX_FILE_BYTES) throw tooLarge('文件超过 20 MB');
  while (running >= SLOTS) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await unpacked(await readInWorker(file.name, new Uint8Array(file.bytes)));
  } finally {
    running--;
    waiting.shift()?.();
  }
}

async function unpacked(portions: Uint8Array[]): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const portion of portions) {
    for (const piece of JSON.parse(inflateRawSync(portion).toString()) as SheetPiece[]) addPiece(sheets, piece);
    await setImmediate();
  }
  return sheets;
}

function readInWorker(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array[]>();
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: { name, bytes },
    transferList: [bytes.buffer],
    resourceLimits: RESOURCES,
    execArgv: [],
  });
  let timer = setTimeout(() => reject(new Error('the reading worker did not start')), START_MILLISECONDS);
  worker.on('message', (message: ReaderMessage) => {
    clearTimeout(timer);
    if ('bytes' in message) timer = setTimeout(() => reject(tooLarge('文件读取时间过长')), readMilliseconds(message.bytes));
    else if ('refusal' in message) reject(new Refusal(message.refusal.code, message.refusal.message));
    else resolve(message.portions);
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge('文件内容太多') : error);
  });
  worker.on('exit', () => reject(new Error('the reading worker ended without an answer')));
  return promise.finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}
