import { isUtf8 } from 'node:buffer';
import { damaged, notAWorkbook } from './file-refusals.ts';

const UTF8_MARK = Buffer.from('\ufeff');
/** Controls that no table has; tab and line ends are allowed. */
const CONTROLS = /[\p{Cc}--[\t\n\r\x80-\x9f]]/v;
const SLICE = 1024 * 1024;
const BEGIN = 64 * 1024;

/**
 * The text of a file as UTF-8. It is UTF-8 (with or without its mark) where all of it is valid UTF-8, else GB18030
 * (which holds GBK and GB2312). Refuses what is no table: neither its name nor its first line says CSV, it is a web page, or binary.
 */
export function csvText(name: string, bytes: Buffer): Buffer {
  const saysCsv = /\.csv$/i.test(name);
  if (['fffe', 'feff'].includes(bytes.toString('hex', 0, 2))) throw notAWorkbook('这是“Unicode 文本”，不是 CSV 表格');
  for (let at = 0; at < bytes.length; at += SLICE) if (CONTROLS.test(bytes.toString('latin1', at, at + SLICE))) throw notAWorkbook();
  const text = asUtf8(bytes);
  if (text === undefined) throw saysCsv ? damaged('CSV 的文字编码既不是 UTF-8 也不是 GB18030') : notAWorkbook();
  const begin = text.toString('utf8', 0, BEGIN).replace(/^\ufeff/, '').trimStart();
  if (/^<[a-z!?]/i.test(begin)) throw notAWorkbook('这是网页或 XML 文件，只是改了扩展名');
  const [firstLine = ''] = begin.split(/[\r\n]/, 1);
  if (!saysCsv && !firstLine.includes(',')) throw notAWorkbook();
  return text;
}

function asUtf8(bytes: Buffer): Buffer | undefined {
  if (isUtf8(bytes)) return bytes;
  if (bytes.subarray(0, UTF8_MARK.length).equals(UTF8_MARK)) return undefined;
  try {
    return Buffer.from(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
