import type { Line, WindowView } from './shapes.ts';

/** Lines of one measure over windows of one length: a table of owners by windows. */
export interface LineBlock {
  key: string;
  measure: string;
  label: string;
  unit: string;
  /** In order of time. */
  windows: WindowView[];
  rows: LineRow[];
}

export interface LineRow {
  owner: Line['owner'];
  /** By the name of the window; a target may not hold in each. */
  lines: Map<string, Line>;
}

/** A task's lines as tables, in the order in which the task names its targets. */
export function lineBlocks(lines: readonly Line[]): LineBlock[] {
  const blocks = new Map<string, LineBlock>();
  for (const line of lines) {
    const key = `${line.measure} ${lengthOf(line.window.name)} ${line.owner.id === CITY ? CITY : ''}`;
    const block = blocks.get(key) ?? { key, measure: line.measure, label: line.label, unit: line.unit, windows: [], rows: [] };
    blocks.set(key, block);
    if (!block.windows.some((it) => it.name === line.window.name)) block.windows.push(line.window);
    let row = block.rows.find((it) => it.owner.id === line.owner.id);
    if (!row) block.rows.push((row = { owner: line.owner, lines: new Map() }));
    row.lines.set(line.window.name, line);
  }
  for (const block of blocks.values()) block.windows.sort((a, b) => (a.from < b.from ? -1 : 1));
  return [...blocks.values()];
}

export function linesOf({ rows }: LineBlock): Line[] {
  return rows.flatMap((it) => [...it.lines.values()]);
}

/** The owner of what is asked of the whole city. */
export const CITY = 'city';

/** `Q` of 2021Q3, nothing of 2021: windows with the same are of one length. */
function lengthOf(window: string): string {
  return window.slice(4).replace(/\d+$/, '');
}
