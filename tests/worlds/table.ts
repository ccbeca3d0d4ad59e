import { readFile } from 'node:fs/promises';
import { type Position, positions } from './positions.ts';
import { type Asker, askers } from './staff.ts';

/** A hand-written table: what is expected of each row, for who asks and where it stands; undefined where nothing is there. */
export type Table = ReadonlyMap<string, (asker: Asker, at: Position) => string | undefined>;

const COLUMNS: Readonly<Record<Asker, string>> = {
  'park-officer': 'po', 'park-leader': 'pl', 'township-officer': 'to', 'office-handler': 'oh', 'office-leader': 'ol', 'talent-office': 'ta', 'commerce-bureau': 'co', finance: 'fi',
  'assessment-office': 'as', 'city-leader': 'le', 'audit-observer': 'ob', integration: 'in', 'system-admin': 'sy', 'security-admin': 'se', 'audit-admin': 'au', 'no-grant': 'no', nobody: 'an',
};

/** @param name of a `.csv` beside this file: a row a line, a column an asker, a letter a position (one letter: the same at all) */
export async function readTable(name: string): Promise<Table> {
  const text = await readFile(new URL(name, import.meta.url), 'utf8');
  const [head, ...lines] = text.split('\n').filter((it) => it !== '' && !it.startsWith('#')).map((it) => it.split(',').map((cell) => cell.trim()));
  const column = new Map(askers.map((it) => [it, head!.indexOf(COLUMNS[it])]));
  if ([...column.values()].includes(-1)) throw new Error(`${name} has no column for somebody who asks`);
  return new Map(lines.map((cells) => {
    if (cells.length !== askers.length + 1 || cells.slice(1).some((it) => it.length !== 1 && it.length !== positions.length)) throw new Error(`${name}: the row ${cells[0]} is not whole`);
    return [cells[0]!, (asker, at) => {
      const cell = cells[column.get(asker)!]!;
      const letter = cell.length === 1 ? cell : cell[positions.indexOf(at)]!;
      return letter === '~' ? undefined : letter;
    }];
  }));
}
