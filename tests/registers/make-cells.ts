import type { Cell } from '../../src/office/sheet.ts';
import { dayAfter } from './make-days.ts';
import type { Random } from './make-random.ts';

/** What is meant, written in the habits of the offices. */

export function fullWidth(text: string): string {
  let wide = '';
  for (const character of text) {
    const code = character.charCodeAt(0);
    wide += code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : character;
  }
  return wide;
}

function withStrayBlanks(random: Random, text: string): string {
  return random.pick([` ${text} `, `　${text}`, `${text}　`, `${text} `, ` ${text}`]);
}

/** '' becomes a cell without anything to see. */
export function writeText(random: Random, text: string): Cell {
  if (text === '') return random.chance(0.03) ? random.pick([' ', '　', '　 ']) : null;
  return random.chance(0.05) ? withStrayBlanks(random, text) : text;
}

function serialOf(day: string): string {
  return String((Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000);
}

/** @param day '' for none */
export function writeDay(random: Random, day: string): Cell {
  if (day === '') return writeText(random, '');
  const [year, month, date] = day.split('-') as [string, string, string];
  const m = String(Number(month));
  const d = String(Number(date));
  switch (random.integer(0, 13)) {
    case 0:
    case 1: return { date: day };
    case 2:
    case 3: return { number: serialOf(day) };
    case 4: return `${year}-${m}-${d}`;
    case 5: return ` ${day} `;
    case 6: return `${year}.${m}.${d}`;
    case 7: return `${year}/${m}/${d}`;
    case 8: return `${year}年${m}月${d}日`;
    case 9: return `　${year}年${month}月${date}日`;
    case 10: return `${year}年 ${m}月 ${d}日`;
    case 11: return `${year}/${month}/${date}　`;
    case 12: return { number: year + month + date };
    default: return year + month + date;
  }
}

/** Fen as decimal text in units of 10^`digits` fen: 4300 for 43,000,000.00 元 and 6. */
function decimalText(fen: bigint, digits: number): string {
  const text = fen.toString().padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  return text.slice(0, -digits) + (fraction === '' ? '' : `.${fraction}`);
}

function grouped(text: string): string {
  const [whole, fraction] = text.split('.') as [string, string | undefined];
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

/** The habits that registers.md lists, and those that follow from two of them (４３００万元, 4,300万元, 1.2亿元, 4300万). */
export function writeAmount(random: Random, fen: bigint | null, currency: '人民币' | '美元'): Cell {
  if (fen === null) return writeText(random, '');
  const inWan = decimalText(fen, 6);
  const unit = currency === '美元' ? '万美元' : '万元';
  switch (random.integer(0, 12)) {
    case 0: return grouped(inWan);
    case 1: return fullWidth(inWan);
    case 2: return fullWidth(grouped(inWan));
    case 3: return inWan + unit;
    case 4: return grouped(inWan) + unit;
    case 5: return fullWidth(inWan) + unit;
    case 6: return ` ${inWan} ${unit} `;
    case 7: return `　${grouped(inWan)}`;
    case 8:
    case 9: return currency === '人民币' ? decimalText(fen, 10) + random.pick(['亿', '亿', '亿元']) : inWan;
    case 10: return currency === '人民币' ? inWan + random.pick(['万元', '万']) : { number: inWan };
    default: return { number: inWan };
  }
}

/** A name with full-width digits, or with blanks within: equal to itself "after NFKC, without blanks". */
export function sameNameOtherwise(random: Random, name: string): string {
  const wide = fullWidth(name);
  return random.pick([name, wide, ` ${wide}`, `${name.slice(0, 2)} ${name.slice(2)}`, `${wide.slice(0, 3)}　${wide.slice(3)}`]);
}

/** A day close to another: the same, the one before, the one after, or within `within` days. */
export function nearDay(random: Random, day: string, within: number): string {
  return dayAfter(day, random.pick([0, 0, -1, 1, random.integer(-within, within)]));
}
