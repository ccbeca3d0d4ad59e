import { formula, tooLarge } from './file-refusals.ts';
import { Gauge } from './gauge.ts';
import { MAX_ELEMENTS, MAX_SHARED_TEXTS } from './limits.ts';
import { scanTags } from './tag-scan.ts';
import type { Workbook } from './workbook-part.ts';
import { TRUTHS } from './worksheet.ts';
import type { ZipPackage } from './zip-package.ts';

const GREATER = 0x3e;
const SLASH = 0x2f;
const [C, F, T, V] = Buffer.from('cftv') as unknown as [number, number, number, number];
/** `r="L5"` in what follows the name of a cell's tag. */
const CELL_NAME = /^[^>]*?\sr\s*=\s*["']([A-Z]{1,3}\d{1,7})["']/;

/**
 * Refuses a large workbook for what `readXml` and `Worksheet` would find only after seconds: too many rows, cells or
 * elements, or a formula. It only counts tags; what it lets pass is still for the reader to judge, which counts for itself.
 */
export async function quickLook(pack: ZipPackage, workbook: Workbook): Promise<void> {
  const gauge = new Gauge();
  for (const { name, part } of workbook.sheets) await lookAtSheet(pack.read(part), name, gauge);
  if (workbook.texts !== undefined) await lookAtTexts(pack.read(workbook.texts));
}

async function lookAtSheet(pieces: AsyncIterable<Buffer>, sheet: string, gauge: Gauge): Promise<void> {
  const element = elementCount();
  let inData = false;
  let written = false;
  /** The cell that is open: where its tag's name ends, and in which bytes. */
  let cell: { bytes: Buffer; at: number } | undefined;
  await scanTags(pieces, (bytes, from, to, next, closing) => {
    if (!closing) element();
    const letter = to - from === 1 ? bytes[from] : 0;
    if (is('sheetData', bytes, from, to)) inData = !closing;
    else if (!inData) return;
    else if (letter === C) {
      cell = closing ? undefined : { bytes, at: to };
      if (!closing) gauge.cellTag();
    } else if (letter === V || letter === T) {
      if (closing || written || textBehind(bytes, to, next) === '') return;
      written = true;
      gauge.row();
    } else if (letter === F) {
      if (closing || cell === undefined || TRUTHS.has(textBehind(bytes, to, next))) return;
      throw formula(sheet, CELL_NAME.exec(cell.bytes.toString('latin1', cell.at, cell.at + 1_000))?.[1]);
    } else if (!closing && is('row', bytes, from, to)) {
      written = false;
      gauge.rowTag();
    }
  });
}

async function lookAtTexts(pieces: AsyncIterable<Buffer>): Promise<void> {
  const element = elementCount();
  let texts = 0;
  await scanTags(pieces, (bytes, from, to, _, closing) => {
    if (closing) return;
    element();
    if (is('si', bytes, from, to) && ++texts > MAX_SHARED_TEXTS) throw tooLarge('表格里的文字太多');
  });
}

function elementCount(): () => void {
  let count = 0;
  return () => {
    if (++count > MAX_ELEMENTS) throw tooLarge('文件内容太多');
  };
}

function is(name: string, bytes: Buffer, from: number, to: number): boolean {
  return to - from === name.length && bytes.toString('latin1', from, to) === name;
}

/** The text between a tag, of which `at` lies behind the name, and the next one. */
function textBehind(bytes: Buffer, at: number, next: number): string {
  const end = bytes.indexOf(GREATER, at);
  return end < 0 || end >= next || bytes[end - 1] === SLASH ? '' : bytes.toString('latin1', end + 1, next);
}
