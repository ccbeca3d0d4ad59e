import { damaged } from './file-refusals.ts';
import { MAX_STYLES } from './limits.ts';
import type { Attributes, XmlHandler } from './xml-reader.ts';

/** Built-in formats that show a day, those of Chinese Excel (27 … 36, 50 … 58) included; 18 … 21 and 45 … 47 show a time only. */
const BUILT_IN_DAYS: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
/** An `m` that is not minutes, which stand after hours or before seconds. */
const MONTH = /(?<!h)m(?!s)/;
/** Excel's own limit is 255. */
const MAX_FORMAT_CHARS = 1_000;

/** Whether a built-in number format shows a day. @param id the format's number in the file */
export function showsDayBuiltIn(id: number): boolean {
  return BUILT_IN_DAYS.has(id);
}

/** Whether a cell of this number format (`yyyy"年"m"月"`, `[h]:mm`) shows a day, so that its number is a date. */
export function showsDay(code: string): boolean {
  const letters = code
    .replace(/"[^"]*"?|\\.|[_*]./gs, '')
    .replace(/\[(h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\][]*\]/g, '')
    .split(';', 1)
    .join()
    .replace(/general|g\/通用格式|am\/pm|a\/p/gi, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return /[yd]|aaa/.test(letters) || MONTH.test(letters.replace(/m+/g, 'm'));
}

/** Reads `styles.xml` for one thing: which cell styles show a day. */
export class DayStyles implements XmlHandler {
  readonly #formats = new Map<number, boolean>();
  readonly #styles: boolean[] = [];
  #inCellStyles = false;

  /** @param style a cell's style number as the file says it, or undefined */
  isDay(style: string | undefined): boolean {
    return style !== undefined && this.#styles[Number(style)] === true;
  }

  open(name: string, attributes: Attributes): void {
    const id = Number(attributes['numFmtId'] ?? 0);
    if (name === 'cellXfs') this.#inCellStyles = true;
    else if (name === 'numFmt' && !this.#inCellStyles) this.#formats.set(id, showsDay((attributes['formatCode'] ?? '').slice(0, MAX_FORMAT_CHARS)));
    else if (name === 'xf' && this.#inCellStyles) this.#styles.push(this.#formats.get(id) ?? showsDayBuiltIn(id));
    if (this.#formats.size > MAX_STYLES || this.#styles.length > MAX_STYLES) throw damaged();
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#inCellStyles = false;
  }
}

const DAY = 86_400_000;
const LAST_SERIAL = 2_958_465;
const LEAP_DAY_THAT_NEVER_WAS = 60;
const DAYS_FROM_1900_TO_1904 = 1_462;
/** Less than a millisecond of a day: what arithmetic loses below midnight. */
const ROUNDING = 1e-9;

/**
 * The day (`YYYY-MM-DD`) that Excel shows for a date number; its time of day is dropped.
 * Undefined where Excel shows no day that exists: below 1 January 1900, after 9999, and 29 February 1900.
 * @param serial days since the end of 1899, or since 1 January 1904 where `date1904`
 */
export function dayOfSerial(serial: number, date1904: boolean): string | undefined {
  if (serial < 0) return undefined;
  const days = Math.floor(serial + ROUNDING) + (date1904 ? DAYS_FROM_1900_TO_1904 : 0);
  if (days < 1 || days > LAST_SERIAL || days === LEAP_DAY_THAT_NEVER_WAS) return undefined;
  const sinceEpoch = days > LEAP_DAY_THAT_NEVER_WAS ? days - 1 : days;
  return new Date(Date.UTC(1899, 11, 31) + sinceEpoch * DAY).toISOString().slice(0, 10);
}
