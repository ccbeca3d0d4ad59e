import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { makeRegisters } from './make-registers.ts';
import { CODES } from './naive-checks.ts';
import { naiveReading, type Reading } from './naive-reading.ts';
import { readWorkbookPlainly } from './read-workbook-plainly.ts';
import type { RegisterSheet } from './register-sheet.ts';
import { writeRegistersCsv, writeRegistersXlsx } from './write-registers.ts';

const MEASURES = [
  'a1.landings', 'a2.visits', 'a5.projects', 'a6.agencies', 'a9.sessions', 'a9.landings', 'a13.meetings', 'a16.trainings', 'a16.races',
  's3.signed', 's3.started', 's3.signedOrStarted', 's3.talentLed', 's3.ratio', 's3.yi',
];
const AWARDS = ['t7.2 yes', 't4.2 yes', 't4.2 no', 't4.2 unknown', 't6.2 yes', 't6.2 no', 't6.2 unknown'];

describe('made registers', () => {
  it('are the same for the same options, and others for another seed', () => {
    const options = { seed: 7, year: 2023, projects: 40 };
    expect(makeRegisters(options)).toEqual(makeRegisters(options));
    expect(makeRegisters(options)).not.toEqual(makeRegisters({ ...options, seed: 8 }));
  });

  it('hold every code of refusal, every measure with a value and every verdict within 20 seeds', () => {
    const readings: Reading[] = [];
    for (let seed = 1; seed <= 20; seed++) {
      const year = 2019 + (seed % 7);
      readings.push(naiveReading(makeRegisters({ seed, year, projects: 120 }).sheets, year));
    }
    const codes = new Set(readings.flatMap((reading) => reading.rejected.map((row) => row.code)));
    const measures = new Set(readings.flatMap((reading) => reading.figures.filter((figure) => figure.value).map((figure) => figure.measure)));
    const verdicts = new Set(readings.flatMap((reading) => reading.awards.map((award) => `${award.rule} ${award.verdict}`)));
    expect([...codes].sort()).toEqual([...CODES].sort());
    expect([...measures].sort()).toEqual([...MEASURES].sort());
    expect([...verdicts].sort()).toEqual([...AWARDS].sort());
  });

  it('are without a mistake where none is asked for', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { sheets } = makeRegisters({ seed, year: 2024, projects: 60, mistakes: 0 });
      expect(naiveReading(sheets, 2024).rejected, `seed ${seed}`).toEqual([]);
    }
  });
});

function readCsv(file: { name: string; bytes: Uint8Array }, encoding: string): RegisterSheet {
  const records = parse(iconv.decode(Buffer.from(file.bytes), encoding), { relax_column_count: true, bom: true });
  return { name: file.name.replace('.csv', ''), rows: records.map((cells, i) => ({ number: i + 1, cells })) };
}

describe('registers written as files read the same', () => {
  const { sheets } = makeRegisters({ seed: 3, year: 2024, projects: 80 });
  const expected = naiveReading(sheets, 2024);

  it('.xlsx', async () => {
    expect(naiveReading(await readWorkbookPlainly(await writeRegistersXlsx(sheets)), 2024)).toEqual(expected);
  });

  it.each(['utf-8', 'utf-8 with mark', 'gb18030'] as const)('.csv in %s', (encoding) => {
    const files = writeRegistersCsv(sheets, encoding);
    const read = files.map((file) => readCsv(file, encoding === 'gb18030' ? 'gb18030' : 'utf-8'));
    expect(files.map((file) => file.name)).toContain('项目台账.csv');
    expect(naiveReading(read, 2024)).toEqual(expected);
  });
});
