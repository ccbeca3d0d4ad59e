import { SaxesParser } from 'saxes';
import { damaged, tooLarge, unsafeContent } from './file-refusals.ts';
import { MAX_DEPTH, MAX_ELEMENTS, MAX_PENDING_XML } from './limits.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What is told of an XML document. Names of elements are local names (no prefix); entities and CDATA are resolved. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads an XML document (UTF-8) that comes in pieces, and never holds much more than one of them.
 * Refuses what is not well-formed as `damaged` and a DOCTYPE as `unsafe-content`.
 */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #depth = 0;
  #elements = 0;
  /** Characters given since anything was told. */
  #pending = 0;
  #inTag = false;

  constructor(handler: XmlHandler) {
    this.#parser.on('error', () => {
      throw damaged();
    });
    this.#parser.on('doctype', () => {
      throw unsafeContent('文件里有不允许的文档类型声明');
    });
    this.#parser.on('opentag', ({ name, attributes }) => {
      this.#pending = 0;
      if (++this.#depth > MAX_DEPTH) throw damaged();
      if (++this.#elements > MAX_ELEMENTS) throw tooLarge('文件内容太多');
      handler.open(localName(name), attributes);
    });
    this.#parser.on('closetag', ({ name }) => {
      this.#pending = 0;
      this.#depth--;
      handler.close?.(localName(name));
    });
    const text = handler.text?.bind(handler) ?? ((): void => {});
    this.#parser.on('text', text);
    this.#parser.on('cdata', text);
  }

  write(bytes: Uint8Array): void {
    const piece = this.#decoded(bytes);
    const [less, greater] = [piece.lastIndexOf('<'), piece.lastIndexOf('>')];
    if (less !== greater) this.#inTag = less > greater;
    this.#pending += piece.length;
    this.#parser.write(piece);
    if (this.#pending > MAX_PENDING_XML) throw this.#inTag ? damaged() : tooLarge('文件里有一段文字太长');
  }

  end(): void {
    this.#parser.write(this.#decoded()).close();
  }

  #decoded(bytes?: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw damaged();
    }
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Cell text or a name in which Office has written what XML cannot hold as `_x000D_`. */
export function officeText(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}
