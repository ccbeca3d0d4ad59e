import { addDays, type Day, makeDay } from '../kernel/day.ts';
import { type Fen, readAmount } from '../kernel/fen.ts';
import { listed, trimmed } from '../kernel/text.ts';
import type { Cell } from './sheet.ts';

/** A cell as a person reads it; '' where it is blank. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return trimmed(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return 'date' in cell ? cell.date : cell.number;
}

const WRITTEN_DAY = /^(\d{4})(?:[-./年](\d{1,2})[-./月](\d{1,2})日?|(\d{2})(\d{2}))$/;
const TIME = /[\sT]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const SERIAL = /^\d{5}(\.\d+)?$/;
/** Excel's day 1 is 1900-01-01, and it believes in 1900-02-29. */
const SERIAL_ZERO = '1899-12-30';

/**
 * A day in any habit: an Excel date or serial number, `2021-3-5`, `2021.3.5`, `2021/3/5`, `2021年3月5日`, `20210305`, stray blanks.
 * @returns undefined where it is no day, or names no year
 */
export function dayOfCell(cell: Cell): Day | undefined {
  if (typeof cell === 'object' && cell !== null && 'date' in cell) return cell.date;
  const text = textOf(cell).normalize('NFKC').replace(TIME, '').replace(/\s+/gu, '');
  if (SERIAL.test(text)) return addDays(SERIAL_ZERO, Math.floor(Number(text)));
  const match = WRITTEN_DAY.exec(text);
  return match ? makeDay(Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5])) : undefined;
}

/** An amount in any habit: a number, or as `readAmount` of the kernel takes it. */
export function amountOfCell(cell: Cell, unit: '元' | '万元' | '亿元', currency = '元'): Fen | undefined {
  return readAmount(textOf(cell), unit, currency);
}

const SHARE = /^(.+?)[\s:：（(]*(\d+(?:\.\d{1,6})?)%[)）]?$/u;

/** `黄桥经济开发区 40%、虹桥园区 10%` → names with shares as decimal text; a share that cannot be read is undefined. */
export function partnersOfCell(cell: Cell): { name: string; percent: string | undefined }[] {
  return listOfCell(cell).map((part) => {
    const match = SHARE.exec(part.normalize('NFKC'));
    return match ? { name: trimmed(match[1]!), percent: match[2]! } : { name: trimmed(part.replace(/[\d.]+\s*[%％]?$/u, '')), percent: undefined };
  });
}

/** Names joined by 、 (or a comma or semicolon). */
export function listOfCell(cell: Cell): string[] {
  return listed(textOf(cell));
}
