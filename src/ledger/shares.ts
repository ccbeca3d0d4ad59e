import { decimal, formatDecimal } from '../kernel/decimal.ts';

/** The exact sum of decimal texts. */
export function addDecimals(texts: readonly string[]): string {
  return formatDecimal(texts.reduce((sum, it) => sum + decimal(it), 0n));
}
