import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import type { Refusal } from '../../kernel/refusal.ts';
import { holdingsHandlers } from './handlers.ts';
import { inReporting, type Reporting } from './test-world.ts';

const refusal = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: Refusal) => error.code);

/** A colleague who may enter records at a unit. */
async function colleague(city: Reporting, unit: string, person: string): Promise<string> {
  const { account } = (await city.as(unit, 'park-officer', person)).actor!;
  await city.world.test.owner.query("insert into role_grant (account_id, role, unit) values ($1, 'park-officer', $2)", [account, unit]);
  return account;
}

it('a leader hands the leads of one officer to another of the unit, and of no other unit', () => inReporting(async (city) => {
  const [from, to, stranger] = [await colleague(city, 'jingkaiqu', 'jingkaiqu'), await colleague(city, 'jingkaiqu', 'second'), await colleague(city, 'gaoxinqu', 'gaoxinqu')];
  const leads = [await city.enter('jingkaiqu', { name: '甲' }), await city.enter('jingkaiqu', { name: '乙' })];
  const foreign = await city.enter('gaoxinqu', { name: '丙' });
  const leader = async () => city.as('jingkaiqu', 'park-leader', 'leader');
  const shown = async (): Promise<Record<string, string[]>> => {
    const { officers } = await call(holdingsHandlers.officers, undefined, { context: await leader() });
    return Object.fromEntries(officers.map((it) => [it.officer?.id ?? 'nobody', it.leads.map((one) => one.name).sort()]));
  };
  const hand = async (input: { from: string | null; to: string; leads: string[] }): Promise<string> => refusal(call(holdingsHandlers.handOver, input, { context: await leader() }));
  expect(await shown()).toEqual({ [from]: ['甲', '乙'].sort() });
  expect([await hand({ from, to: stranger, leads }), await hand({ from, to: from, leads }), await hand({ from, to, leads: [foreign] }), await hand({ from: null, to, leads })]).toEqual(['unknown-officer', 'unknown-officer', 'stale', 'stale']);
  expect(await hand({ from, to, leads: [leads[0]!] })).toBe('done');
  expect(await shown()).toEqual({ [from]: ['乙'], [to]: ['甲'] });
  expect(await hand({ from, to, leads })).toBe('stale');
  expect(await hand({ from: to, to: from, leads: [leads[0]!] })).toBe('done');
  expect(await shown()).toEqual({ [from]: ['甲', '乙'].sort() });
  const { rows } = await city.world.test.database.query<{ n: number }>("select count(*)::int as n from audit where action = 'holdings:hand-over'");
  expect(rows[0]!.n).toBe(2);
}));
