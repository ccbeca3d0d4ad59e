import type { Cell, Detail, WindowView } from './shapes.ts';

type Owner = Detail['owner'];

/** Owners whose figures are printed for windows of the same length: one table. */
export interface BreakdownBlock {
  key: string;
  windows: WindowView[];
  rows: { owner: Owner; cells: Map<string, Cell> }[];
}

/** A breakdown as tables by the length of their windows; the shortest windows first, for they say most. */
export function breakdownBlocks(breakdown: Detail['breakdown']): BreakdownBlock[] {
  const blocks = new Map<string, BreakdownBlock>();
  for (const { owner, cells } of breakdown) {
    for (const cell of cells) {
      const { name } = cell.window;
      const key = name.slice(4).replace(/\d+$/, '');
      const block = blocks.get(key) ?? { key, windows: [], rows: [] };
      blocks.set(key, block);
      if (!block.windows.some((it) => it.name === name)) block.windows.push(cell.window);
      let row = block.rows.find((it) => it.owner.id === owner.id);
      if (!row) block.rows.push((row = { owner, cells: new Map() }));
      row.cells.set(name, cell);
    }
  }
  for (const block of blocks.values()) block.windows.sort((a, b) => (a.from < b.from ? -1 : 1));
  return [...blocks.values()].sort((a, b) => b.windows.length - a.windows.length);
}
