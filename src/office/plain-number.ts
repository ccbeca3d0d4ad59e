/**
 * Decimal text of a number in plain notation: the shortest that reads back as the same number, without exponent.
 * `1e21` gives `'1000000000000000000000'`, `1e-7` gives `'0.0000001'`, `-0` gives `'0'`.
 * @param value a finite number
 */
export function plainNumber(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const [mantissa = '', exponent] = text.split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  return sign + (point > 0 ? digits.padEnd(point, '0') : `0.${'0'.repeat(-point)}${digits}`);
}

/** More than any number that a file holds on purpose. */
const MAX_CHARS = 400;

/** The number that a cell's value in a file means (`1E-2`, `+1.5`); undefined where it is none or too large to be one. */
export function fileNumber(text: string): number | undefined {
  if (text.length > MAX_CHARS || !/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
