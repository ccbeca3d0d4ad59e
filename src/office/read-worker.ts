/** Runs in a worker thread: reads one file that came from outside to its end, then gives its rows in portions. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Refusal } from '../kernel/refusal.ts';
import { readFile } from './read-file.ts';
import type { SheetPiece } from './sheet-piece.ts';

/**
 * What the worker says (as JSON), in this order: how many bytes there are to look at (again when it knows better),
 * the pieces of the sheets (each message of them must be answered by any message), and how it ended.
 */
export type ReaderMessage =
  | { bytes: number }
  | { pieces: SheetPiece[] }
  | { done: true }
  | { refusal: { code: string; message: string } };

/** Small enough that taking one message does not hold up a server (a few milliseconds). */
const PORTION_CHARS = 128 * 1024;
const FAST = { level: 1 };

const port = parentPort!;

function post(message: ReaderMessage): void {
  port.postMessage(JSON.stringify(message));
}

/** All pieces of the file, packed: nothing leaves before the last byte is judged, and what is refused has cost little memory. */
async function packed(file: { name: string; bytes: Uint8Array }): Promise<Buffer[]> {
  const portions: Buffer[] = [];
  let pieces: string[] = [];
  let chars = 0;
  const pack = (): void => {
    portions.push(deflateRawSync(`{"pieces":[${pieces.join()}]}`, FAST));
    pieces = [];
    chars = 0;
  };
  for await (const piece of readFile(file, (bytes) => post({ bytes }))) {
    const json = JSON.stringify(piece);
    pieces.push(json);
    chars += json.length;
    if (chars > PORTION_CHARS) pack();
  }
  pack();
  return portions;
}

try {
  for (const portion of await packed(workerData as { name: string; bytes: Uint8Array })) {
    const taken = once(port, 'message');
    port.postMessage(inflateRawSync(portion).toString());
    await taken;
  }
  post({ done: true });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  post({ refusal: { code: error.code, message: error.message } });
}
port.close();
