import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { recordsHandlers } from './handlers.ts';
import { inWorld, type World } from './test-world.ts';
import type { LedgerContext } from '../../ledger/context.ts';

const numbers = async (context: LedgerContext): Promise<string[]> => (await call(recordsHandlers.list, { kind: 'project' }, { context })).rows.map((row) => row.number);
const project = (world: World): Promise<string> => world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: { name: '阳光化工', type: '产业项目', agreement: '正式协议', currency: '人民币', planned: '4300000000' }, milestones: { signed: '2026-02-03' } });

it('a shared record is seen by the further unit, and not changed by it', () => inWorld(async (world) => {
  const id = await project(world);
  const [owner, other] = [world.as('jingkaiqu', 'park-officer'), world.as('gaoxinqu', 'park-officer')];
  await expect(world.detail(other, id)).rejects.toMatchObject({ code: 'not-found' });
  await call(recordsHandlers.share, { id, unit: 'gaoxinqu', reason: '共同洽谈' }, { context: owner });
  expect((await world.detail(world.as('gaoxinqu', 'park-officer'), id)).visibility).toMatchObject({ shares: [{ unit: { id: 'gaoxinqu' }, reason: '共同洽谈' }], seal: null, mayChange: false });
  expect(await numbers(other)).toEqual(['XM-1']);
  const correct = call(recordsHandlers.correct, { id, version: 1, fields: { name: '改名' }, reason: '试' }, { context: world.as('gaoxinqu', 'park-officer') });
  await expect(correct).rejects.toMatchObject({ code: 'forbidden' });
  await expect(call(recordsHandlers.endShare, { id, unit: 'gaoxinqu' }, { context: world.as('gaoxinqu', 'park-officer') })).rejects.toMatchObject({ code: 'forbidden' });
  await call(recordsHandlers.endShare, { id, unit: 'gaoxinqu' }, { context: world.as('jingkaiqu', 'park-officer') });
  expect(await numbers(other)).toEqual([]);
}));

it('a record is shared with a unit that stands, not with one that was merged away', () => inWorld(async (world) => {
  const id = await project(world);
  await world.test.owner.query("insert into unit_merger (unit, merged_into, day, document, request) values ('gensi', 'jichuan', '2026-01-01', '文件', gen_random_uuid())");
  const share = (unit: string) => call(recordsHandlers.share, { id, unit, reason: '共同洽谈' }, { context: world.as('jingkaiqu', 'park-officer') });
  for (const unit of ['gensi', 'mars']) await expect(share(unit)).rejects.toMatchObject({ code: 'unknown-unit' });
  await share('jichuan');
}));

it('a sealed record is there for its own, those it is shared with, the commerce bureau and the city’s leader alone', () => inWorld(async (world) => {
  const id = await project(world);
  await call(recordsHandlers.seal, { id, reason: '在谈' }, { context: world.as('jingkaiqu', 'park-officer', '甲') });
  for (const context of [world.as('jingkaiqu', 'park-leader'), world.as('shangwuju', 'commerce-bureau'), world.as('rencaiban', 'city-leader')]) {
    expect(await numbers(context)).toEqual(['XM-1']);
    expect((await world.detail(context, id)).visibility.seal).toMatchObject({ reason: '在谈' });
  }
  for (const context of [world.as('kejiju'), world.as('rencaiban', 'talent-office'), world.as('caizhengju', 'finance'), world.as('gaoxinqu', 'park-officer')]) {
    expect(await numbers(context)).toEqual([]);
    await expect(world.detail(context, id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await call(recordsHandlers.kinds, undefined, { context })).find((it) => it.kind === 'project')?.count).toBe(0);
  }
}));

it('whoever sealed a record does not lift the seal', () => inWorld(async (world) => {
  const id = await project(world);
  await call(recordsHandlers.seal, { id, reason: '在谈' }, { context: world.as('jingkaiqu', 'park-officer', '甲') });
  const lift = (person: string) => call(recordsHandlers.liftSeal, { id, reason: '已公开' }, { context: world.as('jingkaiqu', 'park-officer', person) });
  await expect(lift('甲')).rejects.toMatchObject({ code: 'same-person' });
  await lift('乙');
  await expect(lift('乙')).rejects.toMatchObject({ code: 'not-sealed' });
  expect(await numbers(world.as('kejiju'))).toEqual(['XM-1']);
}));

it('a sealed record is not named where others that refer to it are shown', () => inWorld(async (world) => {
  const id = await project(world);
  const money = await world.enter({ kind: 'investment', number: 'TZ-1', unit: 'gaoxinqu', fields: { investor: '远景基金' }, references: { project: id } });
  await call(recordsHandlers.seal, { id, reason: '在谈' }, { context: world.as('jingkaiqu', 'park-officer') });
  const told = async (context: LedgerContext): Promise<string> => JSON.stringify([await world.detail(context, money), await call(recordsHandlers.list, { kind: 'investment' }, { context })]);
  expect(await told(world.as('shangwuju', 'commerce-bureau'))).toContain('XM-1');
  for (const context of [world.as('kejiju'), world.as('gaoxinqu', 'park-officer')]) {
    expect(await told(context)).toContain('TZ-1');
    expect(await told(context)).not.toMatch(/XM-1|阳光化工/);
    expect((await world.detail(context, money)).references).toEqual([]);
  }
}));

it('what figures stand under is not sealed', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'platform', number: '孵化器', unit: 'jingkaiqu' });
  await expect(call(recordsHandlers.seal, { id, reason: '在谈' }, { context: world.as('jingkaiqu', 'park-officer') })).rejects.toMatchObject({ code: 'owns-figures' });
}));
