import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { recordsPort } from '../../app/records-port.ts';
import { joinRights } from '../../base/rights.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { recordsHandlers } from '../records/handlers.ts';
import { recordsRights } from '../records/rights.ts';
import { inWorld, type World } from '../records/test-world.ts';
import { projectsHandlers } from './handlers.ts';
import { projectsRights } from './rights.ts';

const handlers = projectsHandlers(recordsPort);
const rights = joinRights([recordsRights, projectsRights]);
const fresh = (context: LedgerContext) => ({ ...context, rights, request: crypto.randomUUID() });
const park = (world: World) => fresh(world.as('jingkaiqu', 'park-officer'));

it('shows what was promised, what arrived with its proof, and how foreign money became 人民币 (t7.2, s3.4)', () => inWorld(async (world) => {
  const { database } = world.test;
  const project = await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: { name: '星海', planned: '300000000', currency: '美元' } });
  const one = (number: string, fields: Record<string, string>, more: object = {}) => world.enter({ kind: 'investment', number, unit: 'jingkaiqu', fields, references: { project }, milestones: { arrived: '2026-05-20' }, ...more });
  const first = await one('TZ-1', { amount: '700000000', originalAmount: '100000000', currency: '美元' }, { state: 'certify' });
  const second = await one('TZ-2', { amount: '500000000', originalAmount: '100000000', currency: '美元' }, { milestones: { arrived: '2026-06-01' } });
  await one('TZ-3', { amount: '100000000' }, { milestones: { arrived: '2026-06-02', divested: '2026-06-20' } });
  await one('TZ-4', { amount: '100000000' }, { milestones: {} });
  await one('TZ-5', { amount: '100000000' }, { milestones: { arrived: '2026-06-03' }, state: 'return' });
  await database.query("insert into file (sha256, name, size, content) values ('x', 'a.pdf', 1, 'a')");
  const attach = (id: string, kind: string) => database.query("insert into evidence (subject_id, milestone, sha256, name, kind, unit, request) values ($1, 'arrived', 'x', 'a.pdf', $2, 'jingkaiqu', uuidv7())", [id, kind]);
  await attach(first, '银行进账凭证');
  await attach(second, '正式协议');
  const money = await call(handlers.money, { id: project }, { context: park(world) });
  const working = { sentence: '300万美元 × 7 = 2,100万元', decided: false, source: '年度台账的惯例' };
  expect(money.promised).toEqual({ amount: '300000000', currency: '美元', fen: '2100000000', working });
  expect(money.parts.map((it) => [it.number, it.day, it.fen, it.original?.agrees, it.state, it.divested, it.proven])).toEqual([
    ['TZ-1', '2026-05-20', '700000000', true, 'certified', null, true],
    ['TZ-2', '2026-06-01', '500000000', false, 'declared', null, false],
    ['TZ-3', '2026-06-02', '100000000', undefined, 'declared', '2026-06-20', false],
    ['TZ-5', '2026-06-03', '100000000', undefined, 'returned', null, false],
    ['TZ-4', null, '100000000', undefined, 'declared', null, false],
  ]);
  expect(money.parts[0]!.original).toMatchObject({ amount: '100000000', currency: '美元', working: { sentence: '100万美元 × 7 = 700万元' } });
  expect(money).toMatchObject({ arrived: { declared: '1200000000', certified: '700000000' }, share: { declared: 0.5714, certified: 0.3333 }, mayEnter: true });
  expect(first).toBe(money.parts[0]!.id);
}));

it('counts nothing of a sealed investment for those whom the seal keeps out, nor of one out of their scope', () => inWorld(async (world) => {
  const project = await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: { name: '星海', planned: '1000000000' } });
  const own = await world.enter({ kind: 'investment', number: 'TZ-1', unit: 'jingkaiqu', fields: { amount: '100000000' }, references: { project }, milestones: { arrived: '2026-05-20' } });
  await world.enter({ kind: 'investment', number: 'TZ-2', unit: 'caizhengju', fields: { amount: '200000000' }, references: { project }, milestones: { arrived: '2026-05-21' } });
  const seen = async (context: LedgerContext) => {
    const { parts, arrived } = await call(handlers.money, { id: project }, { context: fresh(context) });
    return [parts.map((it) => it.number), arrived.declared];
  };
  const talent = world.as('rencaiban', 'talent-office');
  expect(await seen(park(world))).toEqual([['TZ-1'], '100000000']);
  expect(await seen(talent)).toEqual([['TZ-1', 'TZ-2'], '300000000']);
  await world.test.database.query("insert into record_seal (subject_id, reason) values ($1, '在谈')", [own]);
  expect(await seen(talent)).toEqual([['TZ-2'], '200000000']);
  expect(await seen(park(world))).toEqual([['TZ-1'], '100000000']);
}));

it('an arrival in foreign money is entered without its 人民币: by the rate of the day, or refused where there is none', () => inWorld(async (world) => {
  await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: { name: '星海' } });
  const enter = async (fields: Record<string, string>) => (await call(recordsHandlers.enter, { kind: 'investment', fields: { investor: '海外资本', ...fields }, references: { project: 'XM-1' } }, { context: park(world) })).id;
  const amount = async (id: string) => (await world.test.database.query<{ amount: string }>("select body -> 'fields' ->> 'amount' as amount from dossier where subject_id = $1", [id])).rows[0]!.amount;
  expect(await amount(await enter({ originalAmount: '300万美元', currency: '美元' }))).toBe('2100000000');
  expect(await amount(await enter({ originalAmount: '300万美元', currency: '美元', amount: '2130' }))).toBe('2130000000');
  await expect(enter({ originalAmount: '300' })).rejects.toMatchObject({ code: 'bad-entry', message: expect.stringContaining('币种') as string });
  await expect(enter({ originalAmount: '300', currency: '人民币' })).rejects.toMatchObject({ code: 'bad-entry', message: expect.stringContaining('人民币不按汇率折算') as string });
  await world.test.database.query("insert into decision (seq, parameter, value, document) values (1, 'exchange.usd', '\"0\"', '会议纪要')", []);
  await expect(enter({ originalAmount: '300万美元', currency: '美元' })).rejects.toMatchObject({ code: 'bad-entry', message: expect.stringContaining('没有可用的美元汇率') as string });
}));
