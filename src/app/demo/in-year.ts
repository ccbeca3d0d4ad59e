import { type Day, parseDay, yearOf } from '../../kernel/day.ts';

/** The demonstration's year: this one, or in its first two months the one before, which has more to show. */
export function demoYear(today: Day): number {
  return today.slice(5, 7) < '03' ? yearOf(today) - 1 : yearOf(today);
}

/**
 * A demonstration register for a year: `{Y}` and `{Y-1}` become years, and what has not happened yet by today is left out.
 * A cell never holds a comma or a quote.
 * @param required headings of columns without which a row cannot stand
 */
export function inYear(csv: string, today: Day, required: readonly string[]): string {
  const year = demoYear(today);
  const lines = csv.replaceAll('{Y-1}', String(year - 1)).replaceAll('{Y}', String(year)).split('\n');
  const headings = lines[1]!.split(',');
  const kept = lines.slice(2).flatMap((line) => {
    const cells = line.split(',');
    const future = cells.map((it) => parseDay(it) !== undefined && it > today);
    if (future.some((it, index) => it && required.includes(headings[index]!))) return [];
    return [cells.map((it, index) => (future[index] ? '' : it)).join(',')];
  });
  return [...lines.slice(0, 2), ...kept].join('\n');
}
