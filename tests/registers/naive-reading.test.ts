import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { naiveReading, type Reading } from './naive-reading.ts';
import { readWorkbookPlainly } from './read-workbook-plainly.ts';

/** registers.md and its sample lie beside the repository, where they are at hand. */
const shared = new URL('../../../shared/', import.meta.url);
const sample = new URL('data/register-sample.xlsx', shared);
const expectedFile = new URL('data/register-sample.expected.json', shared);

/** What tools/compare-register compares: figures and rejected as they are, of the awards all but `no`s that are not listed. */
function comparison(reading: Reading, expected: Reading): unknown {
  const listed = new Set(expected.awards.map((award) => `${award.rule} ${award.case}`));
  const awards = reading.awards.filter((award) => award.verdict !== 'no' || listed.has(`${award.rule} ${award.case}`));
  const keyed = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  return { year: reading.year, figures: keyed(reading.figures), awards: keyed(awards), rejected: keyed(reading.rejected) };
}

describe.skipIf(!existsSync(sample))('a sample of the registers, where one lies beside the repository', () => {
  it('is read as its expected file says, in every figure, award and refusal', async () => {
    const expected = JSON.parse(readFileSync(expectedFile, 'utf8')) as Reading;
    const reading = naiveReading(await readWorkbookPlainly(readFileSync(sample)), 2021);
    expect(comparison(reading, expected)).toEqual(comparison(expected, expected));
    expect(reading.figures).toHaveLength(173);
    expect(reading.awards).toHaveLength(21);
    expect(reading.rejected).toHaveLength(24);
  });
});
