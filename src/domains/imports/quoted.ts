/** So much of a cell's text is repeated in a sentence. */
const LONGEST = 60;

/** What stood in a cell, in quotation marks; a long text is cut. */
export function quoted(text: string): string {
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text}”`;
}
