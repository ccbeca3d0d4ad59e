/**
 * Exact decimals for shares, counts and sums of them: a bigint in units of 10^-8.
 * A share is a percentage with up to six decimals, so eight decimals of a whole hold it exactly; nothing is ever rounded.
 */
export type Decimal = bigint;

const DECIMALS = 8;
const ONE = 10n ** BigInt(DECIMALS);
export const one: Decimal = ONE;

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * @param text plain notation, e.g. `-12.5`
 * @returns undefined where the text is no decimal or holds more than eight decimals
 */
export function parseDecimal(text: string): Decimal | undefined {
  const match = PLAIN.exec(text);
  if (!match) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > DECIMALS) return undefined;
  const value = BigInt(match[2]!) * ONE + BigInt(fraction.padEnd(DECIMALS, '0') || '0');
  return match[1] === '-' ? -value : value;
}

/** Reads what the database or the code itself wrote. @throws Error where it is no decimal */
export function decimal(text: string | number): Decimal {
  const value = parseDecimal(String(text));
  if (value === undefined) throw new Error(`not a decimal: ${text}`);
  return value;
}

/** Plain notation without trailing zeros: `47.4`, `-0.25`, `3`. */
export function formatDecimal(value: Decimal): string {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
  return sign + digits.slice(0, -DECIMALS) + (fraction && `.${fraction}`);
}

/** The quotient of two integers, rounded half away from zero: the only rounding of the system. */
export function divideRoundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (n * 2n + d) / (d * 2n);
  return negative ? -quotient : quotient;
}

/** The quotient of two decimals, rounded half up to `places` (≤ 8) decimals. Denominator must not be 0. */
export function ratio(numerator: Decimal, denominator: Decimal, places: number): Decimal {
  const scale = 10n ** BigInt(places);
  return divideRoundHalfUp(numerator * scale, denominator) * (ONE / scale);
}
