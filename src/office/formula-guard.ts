/**
 * A text that begins with one of these is taken for a formula (or hides one) when a spreadsheet opens a CSV file.
 * The full-width ones are turned into their plain forms by Chinese Excel and by some importers.
 */
const RISKY_START = /^[=+\-@\t\r\n\0＝＋－＠]/;
const GUARDED_START = /^'+[=+\-@\t\r\n\0＝＋－＠]/;
const GUARD = "'";

/** Whether a text would be taken for a formula when typed into a cell or read from a CSV file. */
export function looksLikeFormula(text: string): boolean {
  return RISKY_START.test(text);
}

/** The text as it may stand in a CSV file: with a `'` before it where it begins like a formula, or like a text so guarded. */
export function guarded(text: string): string {
  return RISKY_START.test(text) || GUARDED_START.test(text) ? GUARD + text : text;
}

/** Takes back what `guarded` did: every text is what it was. */
export function unguarded(text: string): string {
  return GUARDED_START.test(text) ? text.slice(1) : text;
}
