/** Runs in a worker thread: reads one file that came from outside, and gives its rows in portions. */
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../kernel/refusal.ts';
import { readPieces } from './read-pieces.ts';
import type { ReaderMessage } from './reader-message.ts';
import { portions } from './row-portions.ts';
import type { SheetPiece } from './sheet-piece.ts';

const port = parentPort!;
const file = workerData as { name: string; bytes: Uint8Array };
let taken: Promise<unknown> = Promise.resolve();

function post(message: ReaderMessage): void {
  port.postMessage(message);
}

/** Sends one piece as soon as the one before has been taken, so that at most two are on their way. */
async function send(piece: SheetPiece): Promise<void> {
  await taken;
  taken = new Promise((resolve) => port.once('message', resolve));
  post({ piece: JSON.stringify(piece) });
}

async function run(): Promise<void> {
  for await (const piece of readPieces(file, (bytes) => post({ bytes }))) {
    if (!('rows' in piece)) await send(piece);
    else for (const rows of portions(piece.rows)) await send({ rows });
  }
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
