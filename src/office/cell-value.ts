import { damaged } from './file-refusals.ts';
import type { Gauge } from './gauge.ts';
import { dayOfSerial } from './excel-date.ts';
import type { DateStyles } from './date-styles.ts';
import { fileNumber, plainNumber } from './plain-number.ts';
import type { SharedTexts } from './shared-texts.ts';
import type { Cell } from './sheet.ts';

/** What a cell's value needs to be understood. */
export interface CellContext {
  texts: SharedTexts;
  styles: DateStyles;
  date1904: boolean;
  gauge: Gauge;
}

/** Text that `plainNumber` would give back as it is; most numbers are. */
const PLAIN_INTEGER = /^[1-9]\d{0,14}$/;

/**
 * The value of a cell of a worksheet part.
 * @param type the cell's `t`, @param style its `s`, @param content the text of its `<v>` or `<is>`
 */
export function cellValue(type: string | undefined, style: string | undefined, content: string, context: CellContext): Cell {
  switch (type) {
    case 's':
      return sharedText(content, context);
    case 'b':
      return content.trim() === '' ? null : content.trim() === '1' || content.trim() === 'true';
    case 'd':
      return /^\d{4}-\d\d-\d\d/.test(content) ? { date: content.slice(0, 10) } : ownText(content, context);
    case undefined:
    case 'n':
      return numberOrDay(content, style, context);
    default:
      return ownText(content, context);
  }
}

function sharedText(content: string, { texts, gauge }: CellContext): Cell {
  if (content === '') return null;
  const place = Number(content);
  if (!Number.isSafeInteger(place)) throw damaged();
  gauge.text(texts.lengthAt(place));
  return texts.at(place) || null;
}

function ownText(content: string, { gauge }: CellContext): Cell {
  gauge.text(content.length);
  return content === '' ? null : content;
}

function numberOrDay(content: string, style: string | undefined, context: CellContext): Cell {
  const isDate = context.styles.isDate(style);
  if (!isDate && PLAIN_INTEGER.test(content)) return { number: content };
  const value = fileNumber(content.trim());
  if (value === undefined) return ownText(content, context);
  const day = isDate ? dayOfSerial(value, context.date1904) : undefined;
  return day === undefined ? { number: plainNumber(value) } : { date: day };
}
