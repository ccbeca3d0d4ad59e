/** A value as people read it: shares of one as a percentage, counts with up to four decimals. `—` where there is none. */
export function numberText(value: number | null, unit: string): string {
  if (value === null) return '—';
  return unit === '%' ? `${round(value * 100, 2)}%` : String(round(value, 4));
}

/** With its measure word: `24期`, `32.5%`. */
export function amountText(value: number | null, unit: string): string {
  return value === null || unit === '%' ? numberText(value, unit) : `${numberText(value, unit)}${unit}`;
}

/** A difference with its sign: `+2`, `−0.5`. */
export function signedText(value: number): string {
  const digits = String(round(Math.abs(value), 4));
  return value === 0 ? digits : `${value < 0 ? '−' : '+'}${digits}`;
}

/** The measure word behind a number; a percentage carries its own sign. */
export function unitWord(unit: string): string {
  return unit === '%' ? '' : unit;
}

function round(value: number, places: number): number {
  const by = 10 ** places;
  return Math.round(value * by) / by;
}
