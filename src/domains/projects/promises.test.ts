import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { recordsPort } from '../../app/records-port.ts';
import { joinRights } from '../../base/rights.ts';
import { recordsRights } from '../records/rights.ts';
import { inWorld } from '../records/test-world.ts';
import { projectsHandlers } from './handlers.ts';
import { projectsRights } from './rights.ts';

const handlers = projectsHandlers(recordsPort);
const rights = joinRights([recordsRights, projectsRights]);

it('promises of both sides: overdue, kept, kept late with a reason, waived, opened again, withdrawn; all that was said stays (t6.3)', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: { name: '星海减速器' } });
  const park = () => ({ ...world.as('jingkaiqu', 'park-officer'), rights });
  const say = async (text: string, due: string | null, amount = '') => (await call(handlers.promise, { id, side: 'investor', text, due, amount }, { context: park() })).id;
  const settle = (promise: string, is: 'kept' | 'waived' | 'open' | 'withdrawn', more: object = {}) => call(handlers.settlePromise, { id: promise, is, ...more }, { context: park() });
  const read = async () => (await call(handlers.promises, { id }, { context: park() })).items;
  const [first, second] = [await say('首期到资', '2026-06-01', '3000'), await say('二期到资', '2026-07-31', '1.2亿元')];
  expect((await read()).map((it) => [it.text, it.amountFen, it.state, it.overdue])).toEqual([['首期到资', '3000000000', 'open', true], ['二期到资', '12000000000', 'open', false]]);
  await expect(say('三期', null, '很多')).rejects.toMatchObject({ code: 'bad-amount' });
  await expect(settle(first, 'kept')).rejects.toMatchObject({ code: 'missing' });
  await expect(settle(first, 'kept', { day: '2026-07-01' })).rejects.toMatchObject({ code: 'bad-day' });
  await expect(settle(first, 'kept', { day: '2026-05-30', evidence: crypto.randomUUID() })).rejects.toMatchObject({ code: 'bad-evidence' });
  await settle(first, 'kept', { day: '2026-06-20', reason: '外汇审批延后' });
  await settle(second, 'kept', { day: '2026-06-29' });
  await expect(settle(second, 'waived')).rejects.toMatchObject({ code: 'missing' });
  await settle(second, 'open', { reason: '凭证作废' });
  await expect(settle(second, 'open', { reason: '再来' })).rejects.toMatchObject({ code: 'nothing-changed' });
  expect((await read()).map((it) => [it.state, it.overdue, it.last?.reason])).toEqual([['late', false, '外汇审批延后'], ['open', false, '凭证作废']]);
  await settle(second, 'withdrawn', { reason: '登记重复' });
  expect((await read()).map((it) => it.id)).toEqual([first]);
  const { rows } = await world.test.database.query<{ count: string }>('select count(*) from promise_act', []);
  expect(rows[0]!.count).toBe('4');
}));
