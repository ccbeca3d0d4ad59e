/** A value as people read it: shares of one as a percentage, counts with up to four decimals; `—` where there is none. */
export function valueText(value: number | null, unit: string): string {
  if (value === null) return '—';
  return unit === '%' ? `${round(value * 100, 2)}%` : String(round(value, 4));
}

/** What lies between two values, with its sign: `+2`, `−0.5`, `+3.2 个百分点`; '' where nothing does or one is missing. */
export function differenceText(before: number | null, after: number | null, unit: string): string {
  if (before === null || after === null || before === after) return '';
  const by = unit === '%' ? round((after - before) * 100, 2) : round(after - before, 4);
  return `${by < 0 ? '−' : '+'}${Math.abs(by)}${unit === '%' ? ' 个百分点' : ''}`;
}

function round(value: number, places: number): number {
  return Number(value.toFixed(places));
}
