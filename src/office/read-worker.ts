/** Runs in a worker thread: reads one file that came from outside, and gives its rows in portions. */
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../kernel/refusal.ts';
import { fileKind } from './file-kind.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx, type SheetPiece } from './read-xlsx.ts';
import { portions } from './row-portions.ts';
import type { ReaderMessage } from './reader-message.ts';

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

function pieces(): AsyncGenerator<SheetPiece> | Generator<SheetPiece> {
  const announce = (bytes: number): void => post({ bytes });
  if (fileKind(file.name, file.bytes) === 'zip') return readXlsx(file.bytes, announce);
  announce(file.bytes.length);
  return readCsv(file.bytes, file.name.replace(/^.*[\\/]/s, '').replace(/\.[^.]*$/, ''));
}

async function run(): Promise<void> {
  post({ bytes: file.bytes.length });
  for await (const piece of pieces()) {
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
