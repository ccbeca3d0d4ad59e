import type { Cell } from '../../src/office/sheet.ts';

/** What a single cell says, in the habits that registers.md ("Layout", last paragraph) lists. */

const BLANKS = /\s/gu;

/** Without blanks at both ends; '' where only blanks (full-width ones too) are left. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'string') return cell.trim();
  return 'number' in cell ? cell.number : cell.date;
}

/** "after NFKC, without blanks" */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(BLANKS, '');
}

function existingDay(year: number, month: number, date: number): string | undefined {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month < 1 || month > 12) return undefined;
  const length = month === 2 && leap ? 29 : lengths[month - 1]!;
  if (date < 1 || date > length) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Excel counts days so that serial 44197 is 2021-01-01. */
function dayOfSerial(serial: number): string {
  return new Date((serial - 44197) * 86_400_000 + Date.UTC(2021, 0, 1)).toISOString().slice(0, 10);
}

const WRITTEN = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/**
 * A date in any habit. In a CSV a serial number is text, so digits are read alike in both kinds of cell:
 * eight are year, month and day, five are a serial (1927–2173; the source gives no bounds).
 * "Stray blanks" may stand anywhere; the sample has them at the ends only.
 * @returns the day, '' where the cell is blank, undefined where there is no such day or no year
 */
export function dayOf(cell: Cell | undefined): string | undefined {
  const text = comparable(textOf(cell));
  if (text === '') return '';
  for (const pattern of WRITTEN) {
    const match = pattern.exec(text);
    if (match) return existingDay(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  if (/^[1-9]\d{4}$/.test(text)) return dayOfSerial(Number(text));
  return undefined;
}

/** Fen (cents) in one of the written unit. A column without a unit counts in 万. */
const UNITS: Record<string, Record<string, bigint>> = {
  人民币: { '': 1_000_000n, 万: 1_000_000n, 万元: 1_000_000n, 亿: 10_000_000_000n, 亿元: 10_000_000_000n, 元: 100n },
  美元: { '': 1_000_000n, 万: 1_000_000n, 万美元: 1_000_000n, 亿: 10_000_000_000n, 亿美元: 10_000_000_000n, 美元: 100n },
};

/**
 * An amount in any habit, as whole fen (cents where the currency is 美元).
 * 万 and 亿元 are not in the list of habits but say the same as those that are. An amount that names another currency
 * than its column is no amount of it, and one finer than a fen is none at all; the source is silent on both.
 * @returns null where the cell is blank, undefined where it holds no amount or a negative one
 */
export function fenOf(cell: Cell | undefined, currency: string): bigint | null | undefined {
  const text = comparable(textOf(cell));
  if (text === '') return null;
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?([^\d.,]*)$/.exec(text);
  const fenInOne = match ? UNITS[currency]?.[match[3]!] : undefined;
  if (!match || fenInOne === undefined) return undefined;
  const decimals = match[2] ?? '';
  const scaled = BigInt(match[1]!.replaceAll(',', '') + decimals) * fenInOne;
  const divisor = 10n ** BigInt(decimals.length);
  return scaled % divisor === 0n ? scaled / divisor : undefined;
}

/** GB 32100-2015: 18 characters of an alphabet without I, O, S, V, Z; the weighted sum of 17 and the check make a multiple of 31. */
export function isCreditCode(code: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1];
  if (code.length !== 18) return false;
  let sum = 0;
  for (let i = 0; i < 18; i++) {
    const value = alphabet.indexOf(code[i]!);
    if (value < 0) return false;
    sum += value * weights[i]!;
  }
  return sum % 31 === 0;
}
