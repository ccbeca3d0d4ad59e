import { embeddedObject, externalLink, macro, notAWorkbook, unsafeContent } from './file-refusals.ts';
import { Gauge } from './gauge.ts';
import { MAX_ELEMENTS, QUICK_LOOK_FROM_BYTES } from './limits.ts';
import { quickLook } from './quick-look.ts';
import { readRelationships } from './relationships.ts';
import type { GivePiece } from './sheet-piece.ts';
import { readCellContext, readWorkbookPart } from './workbook-part.ts';
import { Worksheet } from './worksheet.ts';
import { readXml } from './xml-reader.ts';
import { ZipPackage } from './zip-package.ts';

/** Beginnings of files that hold files: zip, rar, 7z, and Office's old container. */
const CONTAINERS = ['504b0304', '526172211a', '377abcaf271c', 'd0cf11e0a1b11ae1'];
const CONTAINER_NAMES = /\.(zip|rar|7z|tar|t?gz|bz2|xz|xls[xmb]?|doc[xm]?|ppt[xm]?|ole)$/;
const NESTED = '文件里还装着别的压缩包或文档';
const DOCTYPE = '<!DOCTYPE';

/**
 * Reads an .xlsx file as a stream, to the last byte of its last part.
 * @param announce is told how many bytes there are to look at, before any of them is looked at
 * @param give is given what is good only if there is no refusal in the end
 */
export async function readXlsx(bytes: Uint8Array, announce: (bytes: number) => void, give: GivePiece): Promise<void> {
  const pack = await ZipPackage.open(bytes);
  announce(pack.bytes);
  for (const name of pack.names) judgeName(name);
  const workbook = await readWorkbookPart(pack);
  if (pack.bytes > QUICK_LOOK_FROM_BYTES) await quickLook(pack, workbook);
  const sheets = new Set(workbook.sheets.map(({ part }) => part));
  for (const name of pack.names) {
    if (name.endsWith('.rels')) await readRelationships(pack, name);
    else if (!sheets.has(name)) await judgePart(pack, name);
  }
  const context = await readCellContext(pack, workbook);
  const gauge = new Gauge();
  for (const { name, part } of workbook.sheets) {
    give({ sheet: name });
    await readXml(pack.read(part), new Worksheet(name, context, gauge, give), MAX_ELEMENTS);
  }
}

/** Refuses a package for the name of a part (in lower case). */
function judgeName(name: string): void {
  if (/vbaproject|^xl\/(macrosheets|dialogsheets|vbadata)/.test(name)) throw macro();
  if (/^xl\/(externallinks|querytables|connections)/.test(name)) throw externalLink();
  if (/^xl\/(embeddings|activex)/.test(name)) throw embeddedObject();
  if (name === 'xl/workbook.bin') throw notAWorkbook('这是二进制工作簿（.xlsb）');
  if (CONTAINER_NAMES.test(name)) throw unsafeContent(NESTED);
}

/**
 * Reads to its end a part of which nobody here takes values: its size and checksum must be right, and it must hold
 * no other file and no DOCTYPE. It need not be well-formed (old drawings are not) nor UTF-8.
 */
async function judgePart(pack: ZipPackage, name: string): Promise<void> {
  let tail: Buffer | undefined;
  for await (const piece of pack.read(name)) {
    if (tail === undefined && CONTAINERS.some((mark) => piece.toString('hex', 0, 8).startsWith(mark))) throw unsafeContent(NESTED);
    const seam = Buffer.concat([tail ?? Buffer.alloc(0), piece.subarray(0, DOCTYPE.length)]);
    const mayNot = /\.(xml|rels|vml)$/.test(name);
    if (mayNot && (seam.includes(DOCTYPE) || piece.includes(DOCTYPE))) throw unsafeContent('文件里有不允许的文档类型声明');
    // A piece shorter than the mark is wholly in the seam.
    tail = (piece.length < DOCTYPE.length ? seam : piece).subarray(-DOCTYPE.length);
  }
}
