import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { SheetToWrite } from './workbook-bytes.ts';
import type { WriterMessage } from './write-worker.ts';

/** Few enough that handing them over does not hold up a server. */
const PORTION_ROWS = 200;

/**
 * Writes an .xlsx workbook, in a worker thread. Days are real dates (`yyyy-mm-dd`), numbers are numbers (where Excel's
 * doubles keep them as written, else texts), and no text is ever a formula, whatever it begins with.
 * `readSheets` gives back what was written.
 * @param sheets at least one
 * @returns the bytes of the file; the same sheets give the same bytes
 * @throws RangeError for what Excel's grid or cells cannot hold, TypeError for a day that is none
 */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const worker = new Worker(new URL('./write-worker.ts', import.meta.url), { execArgv: [] });
  worker.on('message', resolve);
  worker.on('error', reject);
  worker.on('messageerror', reject);
  worker.on('exit', () => reject(new Error('the writing worker ended without an answer')));
  try {
    const [bytes] = await Promise.all([promise, handOver(sheets, worker)]);
    return bytes;
  } finally {
    await worker.terminate();
  }
}

async function handOver(sheets: readonly SheetToWrite[], worker: Worker): Promise<void> {
  const tell = (message: WriterMessage): void => worker.postMessage(JSON.stringify(message));
  for (const { rows, ...sheet } of sheets) {
    tell({ sheet });
    for (let at = 0; at < rows.length; at += PORTION_ROWS) {
      tell({ rows: rows.slice(at, at + PORTION_ROWS) });
      await setImmediate();
    }
  }
  tell('end');
}
