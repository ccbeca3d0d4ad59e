import { type Decimal, formatDecimal } from '../../kernel/decimal.ts';

/** A decimal as the wire carries it: exact to the digits that a double holds. */
export function numberOf(value: Decimal): number {
  return Number(formatDecimal(value));
}

export function amountOf(value: Decimal | null): number | null {
  return value === null ? null : numberOf(value);
}
