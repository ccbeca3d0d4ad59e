import { MAX_PENDING_XML } from './limits.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const SPACE = 0x20;
/** What is no tag though it begins like one, by its beginning, and how it ends. */
const PASSAGES = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>']] as const;
const LONGEST_BEGIN = 9;

/** A tag in a piece of XML: `from` to `to` is its local name, `next` the `<` of the next tag. */
export type SeeTag = (bytes: Buffer, from: number, to: number, next: number, closing: boolean) => void;

/**
 * Tells of the tags of an XML document (UTF-8, in pieces) at some 300 MB/s and without judging it: of what is not well-formed
 * it may tell anything. The last tag is not told; nor is anything behind a DOCTYPE or a passage longer than a reader bears.
 */
export async function scanTags(pieces: AsyncIterable<Buffer>, see: SeeTag): Promise<void> {
  let rest: Buffer | undefined;
  for await (const piece of pieces) {
    const bytes = rest === undefined ? piece : Buffer.concat([rest, piece]);
    const seen = scanPiece(bytes, see);
    if (seen === undefined || bytes.length - seen > MAX_PENDING_XML) return;
    rest = bytes.subarray(seen);
  }
}

/** @returns up to where there is nothing more to see; undefined where there never will be */
function scanPiece(bytes: Buffer, see: SeeTag): number | undefined {
  let open = nextTag(bytes, 0);
  while (open < bytes.length) {
    const mark = bytes[open + 1]!;
    const passage = mark === 0x21 || mark === 0x3f;
    const end = passage ? passageEnd(bytes, open) : open + 1;
    if (end === undefined) return bytes.length - open < LONGEST_BEGIN ? open : undefined;
    const next = end < 0 ? bytes.length : nextTag(bytes, end);
    if (next === bytes.length) return open;
    if (!passage) tell(bytes, open, next, see);
    open = next;
  }
  return bytes.length;
}

function nextTag(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== LESS) at++;
  return at;
}

/** Behind a comment, CDATA or instruction; -1 where that is not there yet, undefined where it is none of them. */
function passageEnd(bytes: Buffer, open: number): number | undefined {
  const text = bytes.toString('latin1', open, open + LONGEST_BEGIN);
  const passage = PASSAGES.find(([begin]) => text.startsWith(begin));
  if (passage === undefined) return undefined;
  const [begin, end] = passage;
  const at = bytes.indexOf(end, open + begin.length);
  return at < 0 ? at : at + end.length;
}

function tell(bytes: Buffer, open: number, next: number, see: SeeTag): void {
  const closing = bytes[open + 1] === SLASH;
  const start = closing ? open + 2 : open + 1;
  let from = start;
  let to = start;
  for (let byte = bytes[to]!; to < next && byte > SPACE && byte !== SLASH && byte !== GREATER; byte = bytes[++to]!) {
    if (byte === COLON && from === start) from = to + 1;
  }
  see(bytes, from, to, next, closing);
}
