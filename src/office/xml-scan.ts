import { damaged, tooLarge, unsafeContent } from './file-refusals.ts';
import { MAX_ELEMENTS } from './limits.ts';

/**
 * What a scan tells of. Names are local names (no prefix). `text` may give one text in several pieces, raw
 * (entities not resolved, see `xml-text.ts`). An element that closes itself is opened and closed.
 */
export interface XmlHandler {
  /** @param attributes what stands between the name and `>`, for `attribute()` */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(raw: string): void;
  /**
   * Asked at each tag that opens: a handler that knows what comes by its looks may take several tags at once.
   * @returns the place behind what was taken, or -1 to be told of the tag in the usual way
   */
  take?(xml: string, less: number): number;
}

const MAX_PENDING = 256 * 1024;
const MAX_DEPTH = 64;
const SPACE = 32;
const EXCLAMATION = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const GREATER = 62;
const QUESTION = 63;

/**
 * Walks through XML that comes in pieces, in linear time and without holding more than one tag of it.
 * Refuses what is not well-formed as `damaged` and any declaration (`<!DOCTYPE …>`) as `unsafe-content`.
 */
export class XmlScan {
  readonly #handler: XmlHandler;
  readonly #open: string[] = [];
  #pending = '';
  #roots = 0;
  #elements = 0;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  push(piece: string): void {
    const xml = this.#pending === '' ? piece : this.#pending + piece;
    let at = 0;
    for (;;) {
      const less = xml.indexOf('<', at);
      if (less !== at) this.#text(less < 0 ? xml.slice(at) : xml.slice(at, less));
      const next = less < 0 ? xml.length : this.#markup(xml, less);
      if (next < 0) {
        if (xml.length - less > MAX_PENDING) throw damaged();
        this.#pending = xml.slice(less);
        return;
      }
      at = next;
      if (at >= xml.length) break;
    }
    this.#pending = '';
  }

  end(): void {
    if (this.#pending !== '' || this.#open.length > 0 || this.#roots !== 1) throw damaged();
  }

  #text(raw: string): void {
    if (this.#open.length > 0) this.#handler.text(raw);
    else if (/[^\s\uFEFF]/.test(raw)) throw damaged();
  }

  /** Handles the markup that begins at `less`; gives the place behind it, or -1 where more of the document is needed. */
  #markup(xml: string, less: number): number {
    switch (xml.charCodeAt(less + 1)) {
      case SLASH:
        return this.#closeTag(xml, less);
      case QUESTION:
        return behind(xml, '?>', less + 2);
      case EXCLAMATION:
        return this.#declaration(xml, less);
      default: {
        const taken = this.#handler.take?.(xml, less) ?? -1;
        return taken > 0 ? taken : this.#openTag(xml, less);
      }
    }
  }

  #declaration(xml: string, less: number): number {
    if (xml.startsWith('<!--', less)) return behind(xml, '-->', less + 4);
    if (xml.startsWith('<![CDATA[', less)) {
      const next = behind(xml, ']]>', less + 9);
      if (next > 0) this.#text(xml.slice(less + 9, next - 3).replaceAll('&', '&amp;'));
      return next;
    }
    const start = xml.slice(less, less + 9);
    if ('<!--'.startsWith(start) || '<![CDATA['.startsWith(start)) return -1;
    throw unsafeContent('文件里有不允许的文档类型声明');
  }

  #closeTag(xml: string, less: number): number {
    const name = this.#open.at(-1) ?? '';
    const greater = less + 2 + name.length;
    if (name !== '' && xml.charCodeAt(greater) === GREATER && xml.startsWith(name, less + 2)) {
      this.#close();
      return greater + 1;
    }
    return this.#oddCloseTag(xml, less, name);
  }

  /** A closing tag with white space before its `>`, one that is cut off, or one that closes what is not open. */
  #oddCloseTag(xml: string, less: number, name: string): number {
    const greater = xml.indexOf('>', less);
    if (greater < 0) return -1;
    if (name === '' || xml.slice(less + 2, greater).trimEnd() !== name) throw damaged();
    this.#close();
    return greater + 1;
  }

  #openTag(xml: string, less: number): number {
    const greater = endOfTag(xml, less + 1);
    if (greater < 0) return -1;
    const closed = xml.charCodeAt(greater - 1) === SLASH;
    const end = closed ? greater - 1 : greater;
    let at = less + 1;
    while (at < end && xml.charCodeAt(at) > SPACE) at++;
    const name = xml.slice(less + 1, at);
    if (name === '' || this.#open.length >= MAX_DEPTH) throw damaged();
    if (++this.#elements > MAX_ELEMENTS) throw tooLarge('文件内容太多');
    if (this.#open.length === 0) this.#roots++;
    this.#open.push(name);
    this.#handler.open(localName(name), xml.slice(at, end));
    if (closed) this.#close();
    return greater + 1;
  }

  #close(): void {
    this.#handler.close(localName(this.#open.pop()!));
  }
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** The place of the `>` that ends a tag: the first one outside quotes. */
function endOfTag(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
