import { damaged } from './file-refusals.ts';
import { showsDay, showsDayBuiltIn } from './number-format.ts';
import type { XmlHandler } from './xml-scan.ts';
import { attribute, xmlText } from './xml-text.ts';

/** More styles than Excel itself can keep. */
const MAX_STYLES = 65_536;
/** Excel's own limit is 255. */
const MAX_FORMAT_CHARS = 1_000;

/** Reads `styles.xml` for one thing: which cell styles show a day. */
export class DateStyles implements XmlHandler {
  readonly #ownFormats = new Map<number, boolean>();
  readonly #dates: boolean[] = [];
  #inCellStyles = false;

  /** @param style a cell's style number as the file says it, or undefined */
  isDate(style: string | undefined): boolean {
    return style !== undefined && this.#dates[Number(style)] === true;
  }

  open(name: string, attributes: string): void {
    if (name === 'cellXfs') this.#inCellStyles = true;
    else if (name === 'numFmt') this.#addFormat(attributes);
    else if (name === 'xf' && this.#inCellStyles) this.#addStyle(attributes);
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#inCellStyles = false;
  }

  text(): void {}

  #addFormat(attributes: string): void {
    const id = Number(attribute(attributes, 'numFmtId'));
    const code = attribute(attributes, 'formatCode');
    if (this.#ownFormats.size >= MAX_STYLES) throw damaged();
    if (code !== undefined && !this.#inCellStyles) this.#ownFormats.set(id, showsDay(xmlText(code.slice(0, MAX_FORMAT_CHARS))));
  }

  #addStyle(attributes: string): void {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0);
    if (this.#dates.length >= MAX_STYLES) throw damaged();
    this.#dates.push(this.#ownFormats.get(id) ?? showsDayBuiltIn(id));
  }
}
