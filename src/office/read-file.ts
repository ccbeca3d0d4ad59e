import type { Refusal } from '../kernel/refusal.ts';
import { encrypted, notAWorkbook, oldExcel } from './file-refusals.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { GivePiece } from './sheet-piece.ts';

const ZIPS = ['PK\x03\x04', 'PK\x05\x06'];
const OLD_OFFICE = '\xd0\xcf\x11\xe0';

/**
 * Reads a file in the thread that calls: a workbook or a text with commas, as its content says. Else a refusal.
 * @param announce is told how many bytes there are to look at, before they are looked at; again when that is better known
 * @param give is given what is good only if there is no refusal in the end
 */
export async function readFile(file: { name: string; bytes: Uint8Array }, announce: (bytes: number) => void, give: GivePiece): Promise<void> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const begin = bytes.toString('latin1', 0, 4);
  announce(bytes.length);
  if (begin === OLD_OFFICE) throw oldContainer(bytes);
  if (ZIPS.includes(begin)) await readXlsx(bytes, announce, give);
  else readCsv({ name: file.name, bytes }, give);
}

/** Office's old container: an encrypted new workbook, an old workbook, or something else. */
function oldContainer(bytes: Buffer): Refusal {
  const holds = (stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return encrypted();
  return holds('Workbook') || holds('Book') ? oldExcel() : notAWorkbook();
}
