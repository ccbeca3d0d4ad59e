import { embeddedObject, externalLink, macro, notAWorkbook, unsafeContent } from './file-refusals.ts';
import { XmlReader, type XmlHandler } from './xml-reader.ts';
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

/** Reads an XML part to its end. */
export async function readPart(pack: ZipPackage, name: string, handler: XmlHandler): Promise<void> {
  for await (const _ of partPieces(pack, name, handler));
}

/** As `readPart`, but stops after each piece of the part, so that what the handler has found can leave. */
export async function* partPieces(pack: ZipPackage, name: string, handler: XmlHandler): AsyncGenerator<void> {
  const reader = new XmlReader(handler);
  for await (const piece of pack.read(name)) {
    reader.write(piece);
    yield;
  }
  reader.end();
}

/**
 * Reads to its end a part that nobody here needs: its size and checksum must be right, and it must hold
 * no other file and no DOCTYPE. It need not be well-formed (old drawings are not) nor UTF-8.
 */
export async function judgePart(pack: ZipPackage, name: string): Promise<void> {
  let tail = Buffer.alloc(0);
  let first = true;
  for await (const piece of pack.read(name)) {
    if (first && CONTAINERS.some((mark) => piece.subarray(0, mark.length).equals(mark))) throw unsafeContent(NESTED);
    first = false;
    const seen = Buffer.concat([tail, piece]);
    if (/\.(xml|rels|vml)$/.test(name) && seen.includes(DOCTYPE)) throw unsafeContent('文件里有不允许的文档类型声明');
    tail = seen.subarray(-DOCTYPE.length);
  }
}
