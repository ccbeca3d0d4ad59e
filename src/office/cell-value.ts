import { dayOfSerial, type DayStyles } from './excel-days.ts';
import { damaged } from './file-refusals.ts';
import { fileNumber, plainNumber } from './plain-number.ts';
import type { SharedTexts } from './shared-texts.ts';
import type { Cell } from './sheet.ts';

/** What a cell's value needs to be understood. */
export interface CellContext {
  texts: SharedTexts;
  styles: DayStyles;
  date1904: boolean;
}

/** Text that `plainNumber` would give back as it is; most numbers are. */
const PLAIN_INTEGER = /^[1-9]\d{0,14}$/;

/**
 * The value of a cell of a worksheet part.
 * @param type the cell's `t`, @param style its `s`, @param content the text of its `<v>` or `<is>`
 */
export function cellValue(type: string | undefined, style: string | undefined, content: string, context: CellContext): Cell {
  if (content === '') return null;
  switch (type) {
    case 's':
      return sharedText(content, context.texts);
    case 'b':
      return content === '1' || content === 'true';
    case 'd':
      return /^\d{4}-\d\d-\d\d/.test(content) ? { date: content.slice(0, 10) } : content;
    case undefined:
    case 'n':
      return numberOrDay(content, style, context);
    default:
      return content;
  }
}

function sharedText(content: string, texts: SharedTexts): Cell {
  const place = Number(content);
  if (!Number.isSafeInteger(place)) throw damaged();
  return texts.at(place) || null;
}

function numberOrDay(content: string, style: string | undefined, { styles, date1904 }: CellContext): Cell {
  if (style === undefined && PLAIN_INTEGER.test(content)) return { number: content };
  const value = fileNumber(content.trim());
  if (value === undefined) return content;
  const day = styles.isDay(style) ? dayOfSerial(value, date1904) : undefined;
  return day === undefined ? { number: plainNumber(value) } : { date: day };
}
