/** Runs in a worker thread: reads one file that came from outside, and gives its rows in portions. */
import { parentPort, workerData } from 'node:worker_threads';
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

const port = parentPort!;
let taken: Promise<unknown> = Promise.resolve();

/** Sends pieces as soon as those before have been taken, so that at most two messages are on their way. */
async function send(pieces: string[]): Promise<void> {
  await taken;
  taken = new Promise((resolve) => port.once('message', resolve));
  port.postMessage(`{"pieces":[${pieces.join()}]}`);
}

function post(message: ReaderMessage): void {
  port.postMessage(JSON.stringify(message));
}

async function run(): Promise<void> {
  let pieces: string[] = [];
  let chars = 0;
  for await (const piece of readFile(workerData as { name: string; bytes: Uint8Array }, (bytes) => post({ bytes }))) {
    const json = JSON.stringify(piece);
    pieces.push(json);
    chars += json.length;
    if (chars < PORTION_CHARS) continue;
    await send(pieces);
    pieces = [];
    chars = 0;
  }
  await send(pieces);
  await taken;
  post({ done: true });
}

try {
  await run();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  post({ refusal: { code: error.code, message: error.message } });
}
port.close();
