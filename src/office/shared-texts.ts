import { damaged, tooLarge } from './file-refusals.ts';
import { MAX_CELL_CHARS, MAX_SHARED_TEXTS, MAX_TOTAL_CHARS } from './limits.ts';
import { officeText, type XmlHandler } from './xml-reader.ts';

/** Puts one cell's text together from `<t>` and `<v>` elements; what stands in a phonetic guide (`<rPh>`) is left out. */
export class CellText {
  #text = '';
  #wanted = false;
  #phonetic = false;

  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true;
    this.#wanted = !this.#phonetic && (name === 't' || name === 'v');
  }

  text(text: string): void {
    if (!this.#wanted) return;
    this.#text += officeText(text);
    if (this.#text.length > MAX_CELL_CHARS) throw tooLarge(`有单元格超过 ${MAX_CELL_CHARS} 个字`);
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false;
    this.#wanted = false;
  }

  /** Gives the text and begins the next one. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    this.#phonetic = false;
    return text;
  }
}

/** The table of texts that cells point into. Rich text is put together from its runs. */
export class SharedTexts implements XmlHandler {
  readonly #texts: string[] = [];
  readonly #current = new CellText();
  #chars = 0;

  /** The text of a place (from 0); `damaged` where there is no such place. */
  at(place: number): string {
    const text = this.#texts[place];
    if (text === undefined) throw damaged();
    return text;
  }

  open(name: string): void {
    this.#current.open(name);
  }

  text(text: string): void {
    this.#current.text(text);
  }

  close(name: string): void {
    this.#current.close(name);
    if (name !== 'si') return;
    const text = this.#current.take();
    this.#chars += text.length;
    if (this.#texts.length >= MAX_SHARED_TEXTS || this.#chars > MAX_TOTAL_CHARS) throw tooLarge('表格里的文字太多');
    // A copy: what the parser gives is a slice that would keep all of the file's text in memory.
    this.#texts.push(Buffer.from(text, 'utf16le').toString('utf16le'));
  }
}
