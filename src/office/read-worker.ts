/** Runs in a worker thread: reads one file that came from outside to its end, then gives what it holds. */
import { parentPort, workerData } from 'node:worker_threads';
import { deflateRawSync } from 'node:zlib';
import { Refusal } from '../kernel/refusal.ts';
import { readFile } from './read-file.ts';
import type { SheetPiece } from './sheet-piece.ts';

/**
 * What the worker says: how many bytes there are to look at (again when it knows better); then how it ended.
 * A portion is a deflated JSON array of `SheetPiece`.
 */
export type ReaderMessage = { bytes: number } | { portions: Uint8Array[] } | { refusal: { code: string; message: string } };

/** Small enough that unpacking a portion does not hold up a server (a few milliseconds). */
const PORTION_CHARS = 128 * 1024;
const FAST = { level: 1 };

function post(message: ReaderMessage): void {
  parentPort!.postMessage(message);
}

/** All pieces of the file, packed: nothing leaves before the last byte is judged, and what is refused has cost little memory. */
async function packed(file: { name: string; bytes: Uint8Array }): Promise<Uint8Array[]> {
  const portions: Uint8Array[] = [];
  let pieces: string[] = [];
  let chars = 0;
  const pack = (): void => {
    portions.push(deflateRawSync(`[${pieces.join()}]`, FAST));
    pieces = [];
    chars = 0;
  };
  const give = (piece: SheetPiece): void => {
    const json = JSON.stringify(piece);
    pieces.push(json);
    chars += json.length;
    if (chars > PORTION_CHARS) pack();
  };
  await readFile(file, (bytes) => post({ bytes }), give);
  pack();
  return portions;
}

try {
  post({ portions: await packed(workerData as { name: string; bytes: Uint8Array }) });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  post({ refusal: { code: error.code, message: error.message } });
}
