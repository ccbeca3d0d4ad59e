export interface PlaceLine {
  sheet: string;
  /** `4–9、12` */
  rows: string;
}

/** Rows by sheet, those that follow each other joined. */
export function placeLines(places: readonly { sheet: string; row: number }[]): PlaceLine[] {
  const sheets = new Map<string, number[]>();
  for (const { sheet, row } of places) sheets.set(sheet, [...(sheets.get(sheet) ?? []), row]);
  return [...sheets].map(([sheet, rows]) => ({ sheet, rows: joined(rows) }));
}

function joined(rows: readonly number[]): string {
  const spans: { from: number; to: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = spans[spans.length - 1];
    if (last && row <= last.to + 1) last.to = row;
    else spans.push({ from: row, to: row });
  }
  return spans.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join('、');
}
