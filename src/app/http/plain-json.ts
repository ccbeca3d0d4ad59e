/** Deeper than any input of the contract. */
const DEEPEST = 32;
/** More than any input of the contract holds: a leader hands over 2,000 leads at once. */
const MOST_VALUES = 20_000;
const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
const [OPENING, CLOSING] = ['[{', ']}'].map((it) => Array.from(it, (one) => one.charCodeAt(0))) as [number[], number[]];
const COMMA = ','.charCodeAt(0);

/**
 * Whether a body is as flat and as short of values as every input of the contract is. Asked in one pass before it is parsed: what is
 * nested 100,000 times, or holds as many values, would keep the whole house busy until it is found not to fit.
 * @param text perhaps no JSON at all: who parses it finds that out
 */
export function isPlainJson(text: string): boolean {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const it = text.charCodeAt(at);
    if (it === QUOTE) at = endOfString(text, at);
    else if (OPENING.includes(it)) depth++;
    else if (CLOSING.includes(it)) depth--;
    if ((it === COMMA || OPENING.includes(it)) && ++values > MOST_VALUES) return false;
    if (depth > DEEPEST) return false;
  }
  return true;
}

/** Where the string that begins here ends. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const it = text.charCodeAt(at);
    if (it === BACKSLASH) at++;
    else if (it === QUOTE) return at;
  }
  return text.length;
}
