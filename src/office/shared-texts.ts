import { damaged, tooLarge } from './file-refusals.ts';
import { MAX_SHARED_TEXTS, MAX_TOTAL_CHARS } from './limits.ts';
import { TextCollector } from './text-collector.ts';
import type { XmlHandler } from './xml-scan.ts';

/** What stands for a text of which only the length is known. */
const STAND_IN = '?';
const BYTES_PER_CHAR = 2;

/**
 * The table of texts that cells point into. Rich text is put together from its runs, phonetic guides are left out.
 * With `hold` false only the lengths are kept (four bytes a text), which is enough to judge a file of any size.
 * Else the texts lie outside of the heap, two bytes a character: an exhausted heap would end the whole process.
 */
export class SharedTexts implements XmlHandler {
  readonly #collector = new TextCollector();
  readonly #hold: boolean;
  readonly #store: Buffer<ArrayBuffer>;
  /** Where each text ends, in characters from the first text's begin. */
  readonly #ends = new Uint32Array(new ArrayBuffer(0, { maxByteLength: Uint32Array.BYTES_PER_ELEMENT * MAX_SHARED_TEXTS }));
  #count = 0;
  #chars = 0;

  constructor(hold: boolean) {
    this.#hold = hold;
    this.#store = Buffer.from(new ArrayBuffer(0, { maxByteLength: hold ? BYTES_PER_CHAR * MAX_TOTAL_CHARS : 0 }));
  }

  /** The text of a place (from 0), or a stand-in that is blank where the text is; `damaged` where there is no such place. */
  at(place: number): string {
    const length = this.lengthAt(place);
    if (!this.#hold) return length === 0 ? '' : STAND_IN;
    const end = this.#ends[place]! * BYTES_PER_CHAR;
    return this.#store.toString('utf16le', end - length * BYTES_PER_CHAR, end);
  }

  /** Characters of the text of a place; where texts are not held, 0 for one that nobody would see. */
  lengthAt(place: number): number {
    if (!(place >= 0 && place < this.#count)) throw damaged();
    return this.#ends[place]! - (place === 0 ? 0 : this.#ends[place - 1]!);
  }

  open(name: string): void {
    if (name === 'si') this.#collector.start();
    else this.#collector.open(name);
  }

  text(raw: string): void {
    this.#collector.text(raw);
  }

  close(name: string): void {
    if (name !== 'si') return this.#collector.close(name);
    const text = this.#collector.take();
    const chars = this.#hold || text.trim() !== '' ? text.length : 0;
    if (this.#count >= MAX_SHARED_TEXTS || this.#chars + chars > MAX_TOTAL_CHARS) throw tooLarge('表格里的文字太多');
    makeRoom(this.#ends.buffer, (this.#count + 1) * Uint32Array.BYTES_PER_ELEMENT);
    if (this.#hold) {
      makeRoom(this.#store.buffer, (this.#chars + chars) * BYTES_PER_CHAR);
      this.#store.write(text, this.#chars * BYTES_PER_CHAR, 'utf16le');
    }
    this.#chars += chars;
    this.#ends[this.#count++] = this.#chars;
  }
}

/** Lets a buffer grow in place, by doubling, to at least so many bytes. */
function makeRoom(buffer: ArrayBuffer, bytes: number): void {
  if (buffer.byteLength < bytes) buffer.resize(Math.min(buffer.maxByteLength, Math.max(bytes, 2 * buffer.byteLength, 64 * 1024)));
}
