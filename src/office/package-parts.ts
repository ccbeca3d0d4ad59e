import { damaged, embeddedObject, externalLink, macro, notAWorkbook, unsafeContent } from './file-refusals.ts';
import { XmlScan, type XmlHandler } from './xml-scan.ts';
import type { ZipPackage } from './zip-package.ts';

/** Beginnings of files that hold files: zip, rar, 7z, and Office's old container. */
const CONTAINERS = ['504b0304', '526172211a', '377abcaf271c', 'd0cf11e0a1b11ae1'].map((hex) => Buffer.from(hex, 'hex'));
const CONTAINER_NAMES = /\.(zip|rar|7z|tar|t?gz|bz2|xz|xls[xmb]?|doc[xm]?|ppt[xm]?|ole)$/;
const NESTED = '文件里还装着别的压缩包或文档';
const DOCTYPE = '<!DOCTYPE';

/** Refuses a package by the names of its parts (in lower case) alone. */
export function judgeParts(names: readonly string[]): void {
  for (const name of names) {
    if (/vbaproject|^xl\/(macrosheets|dialogsheets|vbadata)/.test(name)) throw macro();
    if (/^xl\/(externallinks|querytables|connections)/.test(name)) throw externalLink();
    if (/^xl\/(embeddings|activex)/.test(name)) throw embeddedObject();
    if (name === 'xl/workbook.bin') throw notAWorkbook('这是二进制工作簿（.xlsb）');
    if (CONTAINER_NAMES.test(name)) throw unsafeContent(NESTED);
  }
}

/** Streams an XML part (UTF-8) through a handler. */
export async function scanPart(pack: ZipPackage, name: string, handler: XmlHandler): Promise<void> {
  for await (const _ of scanPieces(pack, name, handler));
}

/** As `scanPart`, but stops after each piece of the part, so that what the handler has found can leave. */
export async function* scanPieces(pack: ZipPackage, name: string, handler: XmlHandler): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const scan = new XmlScan(handler);
  for await (const piece of pack.read(name)) {
    scan.push(decoded(() => decoder.decode(piece, { stream: true })));
    yield;
  }
  scan.push(decoded(() => decoder.decode()));
  scan.end();
  yield;
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw damaged();
  }
}

/**
 * Reads to its end a part that nobody here needs: its size and checksum must be right, and it must hold
 * no other file and no DOCTYPE.
 */
export async function drainPart(pack: ZipPackage, name: string): Promise<void> {
  let tail = '';
  let first = true;
  for await (const piece of pack.read(name)) {
    if (first && CONTAINERS.some((mark) => piece.subarray(0, mark.length).equals(mark))) throw unsafeContent(NESTED);
    first = false;
    if (!/\.(xml|rels|vml)$/.test(name)) continue;
    if (piece.includes(DOCTYPE) || (tail + piece.toString('latin1', 0, DOCTYPE.length)).includes(DOCTYPE)) {
      throw unsafeContent('文件里有不允许的文档类型声明');
    }
    tail = piece.toString('latin1', piece.length - DOCTYPE.length + 1);
  }
}
