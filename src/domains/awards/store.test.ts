import { expect, it } from 'vitest';
import { withLedger } from '../../../tests/database.ts';
import { say, seal } from '../../../tests/worlds/city.ts';
import { joinRights } from '../../base/rights.ts';
import { recordsRights } from '../records/rights.ts';
import { awardsRights } from './rights.ts';
import { readCases } from './store.ts';

it('a case’s working tells that another unit’s record plays a part, but not which, to who may not see it', () => withLedger('linshui', async (test) => {
  const entry = (unit: string) => ({ unit, entry: { fields: {}, references: {}, credits: [{ unit, share: '1' }] } });
  const talent = await say(test, { kind: 'talent', number: 'R1', ...entry('hedong') });
  await seal(test, await say(test, { kind: 'project', number: 'X-9', ...entry('qingshi') }));
  const working = { sentence: '', outcome: 'yes', missing: [], parts: [{ sentence: '登记了项目', outcome: 'yes', found: 'X-9', missing: [], parts: [] }] };
  await test.owner.query("insert into award_case (award, case_key, subject_id, day, year, outcome, working, missing, revision) select 'c8.settling', 'R1', $1, '2025-03-05', 2025, 'yes', $2, '{}', coalesce((select max(id) from revision), 0)", [talent, JSON.stringify(working)]);
  const rights = joinRights([awardsRights, recordsRights]);
  const told = async (unit: string, role: string): Promise<unknown> => {
    const scope = rights.scope({ account: '', unit, units: [unit], role }, 'awards:read');
    return (await readCases(test.database, test.ledger.mechanism.vocabulary, scope, 2025)).cases[0]?.working.parts[0]?.found;
  };
  expect([await told('hedong', 'township-officer'), await told('rencaiju', 'talent-office'), await told('toucuju', 'commerce-bureau'), await told('qingshi', 'township-officer')]).toEqual(['其他单位的记录', '其他单位的记录', 'X-9', undefined]);
}));
