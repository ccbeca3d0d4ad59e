import { Worker } from 'node:worker_threads';
import { notAWorkbook, tooLarge } from './file-refusals.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import type { Sheet } from './sheet.ts';
import { workerAnswer } from './worker-answer.ts';

/** Files read at the same time in one process; others wait in the order in which they came. */
const SLOTS = 2;
const waiting: (() => void)[] = [];
let running = 0;

/** Only a net: V8 ends the whole process when native code finds the heap full, so the readers are bounded by what they do. */
const RESOURCES = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/**
 * Reads an .xlsx or .csv file that came from outside; which of them it is, its content says.
 * The file is read in a worker thread with bounded memory and time (20 s and 1 s a MiB of its inflated content),
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
    return await workerAnswer(readingWorker(file.name, new Uint8Array(file.bytes)));
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function readingWorker(name: string, bytes: Uint8Array<ArrayBuffer>): Worker {
  return new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: { name, bytes },
    transferList: [bytes.buffer],
    resourceLimits: RESOURCES,
    execArgv: [],
  });
}
