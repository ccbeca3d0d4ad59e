import { SaxesParser } from 'saxes';
import { damaged, tooLarge, unsafeContent } from './file-refusals.ts';
import { MAX_DEPTH, MAX_PENDING_XML, MAX_SIDE_ELEMENTS } from './limits.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What is told of an XML document. Names of elements are local names (no prefix); entities and CDATA are resolved. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const OPTIONS = { xmlns: false, position: false } as const;

/** Parses nothing, but lives: what V8 has learned of parsers goes with the last one, and the next then takes three times as long. */
const LIVING_PARSER = new SaxesParser(OPTIONS);

/**
 * Reads an XML document (UTF-8) that comes in pieces, and never holds much more than one of them.
 * Refuses what is not well-formed as `damaged`, a DOCTYPE as `unsafe-content` and more than `most` elements as `too-large`.
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handler: XmlHandler, most = MAX_SIDE_ELEMENTS): Promise<void> {
  const parser = new SaxesParser(LIVING_PARSER.opt as typeof OPTIONS);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  let elements = 0;
  /** Characters given since anything was told. */
  let pending = 0;
  /** The last piece in which something was told. */
  let told = '';
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('doctype', () => {
    throw unsafeContent('文件里有不允许的文档类型声明');
  });
  parser.on('opentag', ({ name, attributes }) => {
    pending = 0;
    if (++depth > MAX_DEPTH) throw damaged();
    if (++elements > most) throw tooLarge('文件内容太多');
    handler.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    pending = 0;
    depth--;
    handler.close?.(localName(name));
  });
  const text = handler.text?.bind(handler) ?? ((): void => {});
  parser.on('text', text);
  parser.on('cdata', text);
  for await (const bytes of pieces) {
    const piece = decoded(decoder, bytes);
    pending += piece.length;
    parser.write(piece);
    if (pending === 0) told = piece;
    if (pending > MAX_PENDING_XML) throw told.lastIndexOf('<') > told.lastIndexOf('>') ? damaged() : tooLarge('文件里有一段文字太长');
  }
  parser.write(decoded(decoder)).close();
}

function decoded(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw damaged();
  }
}

function localName(name: string): string {
  return name.length < 3 ? name : name.slice(name.indexOf(':') + 1);
}

/** Cell text or a name in which Office has written what XML cannot hold as `_x000D_`. */
export function officeText(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}
