import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOutAwards, readOutFigures } from '../../ledger/read-out.ts';
import { comparable, type Compared } from '../../../tests/registers/comparable.ts';
import { inWorld } from './test-world.ts';

/** registers.md and its sample lie beside the repository, where they are at hand. */
const shared = new URL('../../../../shared/data/', import.meta.url);
const sample = new URL('register-sample.xlsx', shared);

describe.skipIf(!existsSync(sample))('a sample of the registers, where one lies beside the repository', () => {
  it('imported by the command, gives its expected figures, awards and refusals', () => inWorld(async (world) => {
    const expected = JSON.parse(readFileSync(new URL('register-sample.expected.json', shared), 'utf8')) as Compared;
    const { report } = await world.takeOver({ name: 'register-sample.xlsx', bytes: readFileSync(sample) });
    const { database, ledger } = world.deps;
    const got = { figures: await readOutFigures(database, ledger.mechanism, 2021, 'certified'), awards: await readOutAwards(database, 2021), rejected: report.rejected };
    expect(comparable(got, expected)).toEqual(comparable(expected, expected));
    expect(report.rejected).toHaveLength(24);
  }));
});
