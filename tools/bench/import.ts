import { readXlsx } from 'hucre/xlsx';
import { importFiles } from '../../src/domains/imports/command.ts';
import { readSheets } from '../../src/office/read-workbook.ts';
import { makeRegisters } from '../../tests/registers/make-registers.ts';
import { writeRegistersXlsx } from '../../tests/registers/write-registers.ts';
import type { Cities } from './city.ts';
import { processorOf } from './processor.ts';
import type { Measured } from './report.ts';
import { inTurn } from './rounds.ts';
import type { Sizes } from './sizes.ts';

/** Of so many rows in all registers, one is a project. */
const ROWS_A_PROJECT = 2.58;

/** Importing a year's registers, from the file to the last audit row, against only reading the file. */
export async function measureImport(cities: Cities, sizes: Sizes): Promise<Measured[]> {
  const { sheets } = makeRegisters({ seed: 1, year: 2026, projects: Math.floor((sizes.rows - 100) / ROWS_A_PROJECT), mistakes: 0 });
  const bytes = await writeRegistersXlsx(sheets);
  const rows = sheets.reduce((sum, it) => sum + it.rows.length, 0);
  let processor = '';
  const ours = async (): Promise<void> => {
    const city = await cities.make();
    const before = await processorOf(city);
    await importFiles(city, [{ name: '台账.xlsx', bytes }], { document: '期初建账' });
    const after = await processorOf(city);
    const database = after.postgres !== undefined && before.postgres !== undefined ? `, PostgreSQL ${(after.postgres - before.postgres).toFixed(2)} s` : '';
    processor = `of the processor: Node ${(after.node - before.node).toFixed(2)} s${database}`;
  };
  const times = await inTurn(sizes.imports, {
    library: () => readXlsx(bytes),
    reader: () => readSheets({ name: '台账.xlsx', bytes }),
    ours,
  }, 0);
  const seconds = (it: number): string => `${(it / 1000).toFixed(2)} s`;
  const against = (what: string, read: number): Measured => ({ what: `import of ${rows.toLocaleString('en')} rows, against ${what}`, ours: seconds(times.ours.median), bare: seconds(read), ratio: times.ours.median / read, aim: { most: 5 }, more: `${(bytes.length / 2 ** 20).toFixed(1)} MiB; ${processor}` });
  return [against('hucre reading the file', times.library.median), against('our reader, which trusts no file', times.reader.median)];
}
