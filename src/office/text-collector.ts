import { tooLarge } from './file-refusals.ts';
import { MAX_CELL_CHARS } from './limits.ts';
import { officeText } from './xml-text.ts';

/** A character takes at most this many in XML (`&#x10FFFF;`, `_x000D_`). */
const RAW_PER_CHAR = 10;

/** Puts one cell's text together from `<t>` and `<v>` elements; what stands in a phonetic guide (`<rPh>`) is left out. */
export class TextCollector {
  #text = '';
  #raw = '';
  #inText = false;
  #phonetic = false;

  start(): void {
    this.#text = '';
    this.#inText = false;
    this.#phonetic = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true;
    else if ((name === 't' || name === 'v') && !this.#phonetic) {
      this.#inText = true;
      this.#raw = '';
    }
  }

  text(raw: string): void {
    if (!this.#inText) return;
    this.#raw += raw;
    if (this.#raw.length > MAX_CELL_CHARS * RAW_PER_CHAR) throw tooLarge(`有单元格超过 ${MAX_CELL_CHARS} 个字`);
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false;
    else if ((name === 't' || name === 'v') && this.#inText) {
      this.#inText = false;
      this.#text += officeText(this.#raw);
      if (this.#text.length > MAX_CELL_CHARS) throw tooLarge(`有单元格超过 ${MAX_CELL_CHARS} 个字`);
    }
  }

  take(): string {
    return this.#text;
  }
}
