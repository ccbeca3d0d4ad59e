import { transact } from '../../src/base/transaction.ts';
import { insertGrant } from '../../src/domains/accounts/grant-store.ts';
import { makeAccount } from '../../src/domains/accounts/new-account.ts';
import type { TestLedger } from '../database.ts';
import { evidence, say, seal, share, withCity, withdraw } from './city.ts';
import type { Organisation, RandomRecord } from './organisation.ts';
import { session } from './staff.ts';

/** An organisation that stands in a database. */
export interface Settled {
  /** By number. */
  readonly ids: ReadonlyMap<string, string>;
  readonly evidence: ReadonlyMap<string, string>;
  /** What each actor shows, in their order. */
  readonly passes: readonly Readonly<Record<string, string>>[];
}

export function withOrganisation<T>(organisation: Organisation, work: (test: TestLedger, settled: Settled) => Promise<T>): Promise<T> {
  return withCity((units) => units.replace('\ngroups:', `${unitsText(organisation)}\ngroups:`), async (test) => {
    for (const [index, { enacted }] of organisation.units.entries()) {
      if (enacted) await test.owner.query("insert into unit_merger (unit, merged_into, day, document, request) values ($1, $2, $3, '批复', gen_random_uuid())", [`u${index}`, enacted.into, enacted.day]);
    }
    const [ids, files] = [new Map<string, string>(), new Map<string, string>()];
    // What is referred to before what refers.
    for (const it of [...organisation.records].sort((a, b) => (a.kind < b.kind ? 1 : -1))) {
      ids.set(it.number, await enter(test, it, it.talent === undefined ? undefined : ids.get(it.talent)));
      files.set(it.number, await evidence(test, ids.get(it.number)!, it.unit));
    }
    const passes: Record<string, string>[] = [];
    for (const [index, { role, unit, also }] of organisation.actors.entries()) {
      const account = await transact(test.database, async (tx) => {
        const made = await makeAccount(tx, { login: `actor-${index}`, name: '某', passwordHash: null, unit, post: '', demo: false });
        await insertGrant(tx, made, { role, unit, also, document: '' }, null);
        return made;
      });
      passes.push(await session(test, account));
    }
    return work(test, { ids, evidence: files, passes });
  });
}

function unitsText({ units }: Organisation): string {
  return units.map(({ under, merged }, index) => {
    const more = [...(under === undefined ? [] : [`under: ${under}`]), ...(merged ? [`mergedInto: { unit: ${merged.into}, on: ${merged.day} }`] : [])];
    return `  - { ${[`id: u${index}`, `name: 第${index}乡`, 'kind: township', ...more].join(', ')} }\n`;
  }).join('');
}

async function enter(test: TestLedger, it: RandomRecord, talent: string | undefined): Promise<string> {
  const credits = (it.credited.length > 0 ? it.credited : [it.unit]).map((unit) => ({ unit, share: '1' }));
  const fields = it.kind === 'talent' ? { degree: '博士', months: '8', planLevel: 'B类', engagement: '全职' } : { name: `项目${it.number}`, agreement: '投资合同', planned: '12345678900' };
  const id = await say(test, {
    kind: it.kind,
    number: it.number,
    unit: it.unit,
    entry: { fields, references: talent === undefined ? {} : { talent }, credits },
    milestones: it.landed ? { landed: '2025-03-05' } : {},
    verdict: { act: 'certify', milestones: 'all', takenOver: true, document: '期初建账', reason: '期初建账' },
  });
  for (const unit of it.sharedWith) await share(test, id, unit);
  for (const unit of it.shareEnded) {
    await share(test, id, unit);
    await test.database.query('update record_share set ended_at = clock_timestamp() where subject_id = $1 and unit = $2', [id, unit]);
  }
  if (it.seal !== 'none') await seal(test, id);
  if (it.seal === 'lifted') await test.database.query('update record_seal set lifted_at = clock_timestamp() where subject_id = $1', [id]);
  if (it.withdrawn) await withdraw(test, id);
  return id;
}
