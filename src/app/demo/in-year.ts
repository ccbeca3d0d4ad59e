import { type Day, parseDay, yearOf } from '../../kernel/day.ts';

/** The demonstration's year: this one, or in its first two months the one before, which has more to show. */
export function demoYear(today: Day): number {
  return today.slice(5, 7) < '03' ? yearOf(today) - 1 : yearOf(today);
}

/** A demonstration register: a title line, a line of headings, rows; a cell never holds a comma or a quote. */
export interface DemoRegister {
  readonly name: string;
  readonly csv: string;
  /** Headings of columns without which a row cannot stand. */
  readonly required: readonly string[];
  /** The heading of the column that numbers its rows. */
  readonly number: string | undefined;
}

/**
 * Demonstration registers for a year: `{Y}` and `{Y-1}` become years. What has not happened yet by today is left out, and so
 * is whatever refers to it.
 * @returns the text of each register by its name
 */
export function inYear(registers: readonly DemoRegister[], today: Day): Map<string, string> {
  const year = demoYear(today);
  const tables = registers.map((it) => {
    const lines = it.csv.replaceAll('{Y-1}', String(year - 1)).replaceAll('{Y}', String(year)).split('\n');
    return { ...it, head: lines.slice(0, 2), headings: lines[1]!.split(','), rows: lines.slice(2).filter(Boolean).map((line) => line.split(',')) };
  });
  const absent = new Set<string>();
  for (let before = -1; before !== absent.size; ) {
    before = absent.size;
    for (const table of tables) {
      const at = table.number === undefined ? -1 : table.headings.indexOf(table.number);
      table.rows = table.rows.flatMap((cells) => {
        const missing = cells.map((it, index) => index !== at && (absent.has(it) || (parseDay(it) !== undefined && it > today)));
        if (!missing.some((it, index) => it && table.required.includes(table.headings[index]!))) return [cells.map((it, index) => (missing[index] ? '' : it))];
        if (at >= 0) absent.add(cells[at]!);
        return [];
      });
    }
  }
  return new Map(tables.map((it) => [it.name, [...it.head, ...it.rows.map((cells) => cells.join(','))].join('\n')]));
}
