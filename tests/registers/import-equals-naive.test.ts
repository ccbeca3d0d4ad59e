import { expect, it } from 'vitest';
import { clock } from '../../src/base/clock.ts';
import { importFiles } from '../../src/domains/imports/command.ts';
import { readOutAwards, readOutFigures } from '../../src/ledger/read-out.ts';
import { withLedger } from '../database.ts';
import { comparable } from './comparable.ts';
import { makeRegisters } from './make-registers.ts';
import { naiveReading } from './naive-reading.ts';
import type { RegisterSheet } from './register-sheet.ts';
import { writeRegistersCsv, writeRegistersXlsx } from './write-registers.ts';

type Files = { name: string; bytes: Uint8Array }[];

const FORMS: Record<string, (sheets: readonly RegisterSheet[]) => Promise<Files> | Files> = {
  xlsx: async (sheets) => [{ name: '台账.xlsx', bytes: await writeRegistersXlsx(sheets) }],
  'csv in GB18030': (sheets) => writeRegistersCsv(sheets, 'gb18030'),
  'csv in UTF-8': (sheets) => writeRegistersCsv(sheets, 'utf-8'),
  'csv in UTF-8 with mark': (sheets) => writeRegistersCsv(sheets, 'utf-8 with mark'),
};

/** Random registers, imported into the product, give what the naive reading of the same sheets gives. */
const CASES = Array.from({ length: 10 }, (_, index) => ({
  seed: 4_000 + index,
  year: 2017 + index,
  projects: 60 + 35 * (index % 4),
  form: ['xlsx', 'csv in GB18030', 'xlsx', 'csv in UTF-8', 'xlsx', 'csv in UTF-8 with mark'][index % 6]!,
}));

it.each(CASES)('registers $seed of $year with $projects projects, as $form', { timeout: 60_000 }, async ({ seed, year, projects, form }) => {
  const { sheets } = makeRegisters({ seed, year, projects });
  const files = await FORMS[form]!(sheets);
  const expected = naiveReading(sheets, year);
  await withLedger('taixing', async ({ database, ledger }) => {
    const { report } = await importFiles({ database, ledger, clock: clock(`${year + 1}-02-01`) }, files);
    const got = { figures: await readOutFigures(database, ledger.mechanism, year, 'certified'), awards: await readOutAwards(database, year), rejected: report.rejected };
    expect(comparable(got, expected)).toEqual(comparable(expected, expected));
    expect(report.rejected.map((it) => it.row)).toHaveLength(expected.rejected.length);
  });
});
