import { Refusal } from '../kernel/refusal.ts';
import { encrypted, notAWorkbook, oldExcel } from './file-refusals.ts';
import { textPieces } from './text-encoding.ts';

const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Controls that no table has; tab and line ends are allowed. */
const CONTROLS = /[\p{Cc}--[\t\n\r\x80-\x9f]]|\ufffe/v;

/** What a file is by its content: a zip package (which may or may not be a workbook) or a text with commas. Else a refusal. */
export function fileKind(name: string, bytes: Uint8Array): 'zip' | 'csv' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) throw notAWorkbook('文件是空的');
  if (startsWith(buffer, 'PK\x03\x04') || startsWith(buffer, 'PK\x05\x06')) return 'zip';
  if (buffer.subarray(0, OLD_OFFICE.length).equals(OLD_OFFICE)) throw oldContainer(buffer);
  if (isUtf16(buffer)) throw notAWorkbook('这是“Unicode 文本”，不是 CSV 表格');
  if (buffer.includes(0)) throw notAWorkbook();
  judgeText(name, buffer);
  return 'csv';
}

function startsWith(buffer: Buffer, mark: string): boolean {
  return buffer.toString('latin1', 0, mark.length) === mark;
}

function isUtf16(buffer: Buffer): boolean {
  return startsWith(buffer, '\xff\xfe') || startsWith(buffer, '\xfe\xff');
}

/** Office's old container: an encrypted new workbook, an old workbook, or something else. */
function oldContainer(buffer: Buffer): Refusal {
  const holds = (stream: string): boolean => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return encrypted();
  return holds('Workbook') || holds('Book') ? oldExcel() : notAWorkbook();
}

/** A text is a table where nothing in it is binary, it is no web page, and its name or its first line says CSV. */
function judgeText(name: string, buffer: Buffer): void {
  let begin = '';
  try {
    for (const piece of textPieces(buffer)) {
      if (CONTROLS.test(piece)) throw notAWorkbook();
      if (begin.trim() === '') begin = piece;
    }
  } catch (error) {
    throw error instanceof Refusal && error.code === 'damaged' && !/\.csv$/i.test(name) ? notAWorkbook() : error;
  }
  if (/^\s*<[a-z!?]/i.test(begin)) throw notAWorkbook('这是网页或 XML 文件，只是改了扩展名');
  const [firstLine = ''] = begin.trimStart().split(/[\r\n]/, 1);
  if (!/\.csv$/i.test(name) && !firstLine.includes(',')) throw notAWorkbook();
}
