import { call } from '@orpc/server';
import { describe, expect, it, test } from 'vitest';
import type { LedgerContext } from '../../ledger/context.ts';
import { recordsHandlers } from './handlers.ts';
import { creditsOf } from './shares.ts';
import { taixing } from './test-pack.ts';
import { inWorld, type World } from './test-world.ts';

const formal = { name: '阳光化工', type: '产业项目', agreement: '正式协议', planned: '4300000000' };

async function signedAndStarted(world: World): Promise<string> {
  return world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: formal, milestones: { signed: '2025-11-03', started: '2026-05-06' }, state: 'certify' });
}

async function transfer(world: World, context: LedgerContext, id: string, from: string | null, shares: Record<string, number>): Promise<unknown> {
  const parts = Object.entries(shares).map(([unit, percent]) => ({ unit, percent }));
  return call(recordsHandlers.transfer, { id, version: await world.version(id), from, parts, reason: '联席会议纪要' }, { context });
}

async function credits(world: World): Promise<Record<string, number[]>> {
  const of = async (unit: string) => [await world.figure('s3.signed', unit, '2025'), await world.figure('s3.started', unit, '2026')];
  return { jingkaiqu: await of('jingkaiqu'), gaoxinqu: await of('gaoxinqu'), city: await of('city') };
}

it('a dated transfer moves later events only, and what is certified stays certified', () => inWorld(async (world) => {
  const id = await signedAndStarted(world);
  await transfer(world, world.as('shangwuju'), id, '2026-01-01', { jingkaiqu: 66.666667, gaoxinqu: 33.333333 });
  expect(await credits(world)).toEqual({ jingkaiqu: [1, 0.66666667], gaoxinqu: [0, 0.33333333], city: [1, 1] });
  const detail = await world.detail(world.as('gaoxinqu', 'park-officer'), id);
  expect(detail.credits).toEqual([
    { from: null, shared: false, parts: [{ unit: { id: 'jingkaiqu', name: '泰兴经济开发区' }, percent: 100 }] },
    { from: '2026-01-01', shared: true, parts: [{ unit: { id: 'jingkaiqu', name: '泰兴经济开发区' }, percent: 66.666667 }, { unit: { id: 'gaoxinqu', name: '泰兴高新区' }, percent: 33.333333 }] },
  ]);
  expect(detail.history.at(-1)).toMatchObject({ day: '2026-01-01', what: '计分划转', detail: '自2026-01-01起计入泰兴经济开发区66.666667%、泰兴高新区33.333333%', reason: '联席会议纪要' });
}));

it('a correction from the start moves all of it, and is certified again before it counts', () => inWorld(async (world) => {
  const id = await signedAndStarted(world);
  await transfer(world, world.as('shangwuju'), id, null, { gaoxinqu: 100 });
  expect(await credits(world)).toEqual({ jingkaiqu: [0, 0], gaoxinqu: [0, 0], city: [0, 0] });
  await world.give(world.as('gongxinju'), id, 'verify');
  await world.give(world.as('shangwuju'), id, 'certify');
  expect(await credits(world)).toEqual({ jingkaiqu: [0, 0], gaoxinqu: [1, 1], city: [1, 1] });
  const { history } = await world.detail(world.as('shangwuju'), id);
  expect(history.find((line) => line.what === '更正')!.detail).toBe('计分单位：泰兴经济开发区 → 泰兴高新区（原“认定”失效，重新申报）');
}));

it('is for the office that keeps the register, and never in favour of itself', () => inWorld(async (world) => {
  const id = await signedAndStarted(world);
  await expect(transfer(world, world.as('jingkaiqu', 'park-officer'), id, '2026-01-01', { gaoxinqu: 100 })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(transfer(world, world.as('kejiju'), id, '2026-01-01', { gaoxinqu: 100 })).rejects.toMatchObject({ code: 'forbidden', message: '计分的划转由商务局办理，请与其联系。' });
  await expect(transfer(world, world.as('shangwuju'), id, '2026-01-01', { shangwuju: 100 })).rejects.toMatchObject({ code: 'own-record' });
  await expect(transfer(world, world.as('shangwuju'), id, '2026-01-01', { jingkaiqu: 100 })).rejects.toMatchObject({ code: 'nothing-changed' });
  await transfer(world, world.as('rencaiban', 'talent-office'), id, '2026-01-01', { shangwuju: 100 });
  expect((await credits(world))['jingkaiqu']).toEqual([1, 0]);
}));

it('hosts of an activity each have it in full', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'activity', number: 'HD-1', unit: 'gaoxinqu', fields: { type: '项目路演' }, milestones: { held: '2026-03-01' }, state: 'certify' });
  const keeper = world.as('kejiju');
  await expect(transfer(world, keeper, id, null, { gaoxinqu: 60, jingkaiqu: 40 })).rejects.toMatchObject({ code: 'bad-share' });
  await transfer(world, keeper, id, null, { gaoxinqu: 100, jingkaiqu: 100 });
  expect((await world.detail(keeper, id)).credits[0]).toMatchObject({ shared: false, parts: [{ percent: 100 }, { percent: 100 }] });
}));

describe('percentages', () => {
  const { pack } = taixing();
  const of = (shares: [string, number][], undivided = false) => creditsOf(pack, shares.map(([unit, percent]) => ({ unit, percent })), undivided);

  it('are exact to six decimals and add up to 100', () => {
    expect(of([['jingkaiqu', 33.333333], ['gaoxinqu', 33.333333], ['jichuan', 33.333334]]).map((it) => it.share)).toEqual(['0.33333333', '0.33333333', '0.33333334']);
    expect(of([['jingkaiqu', 100]])).toEqual([{ unit: 'jingkaiqu', share: '1' }]);
  });

  test.each<[string, [string, number][], string]>([
    ['相加是 99.999999%', [['jingkaiqu', 60], ['gaoxinqu', 39.999999]], 'bad-share'],
    ['六位小数', [['jingkaiqu', 60.0000001], ['gaoxinqu', 39.9999999]], 'bad-share'],
    ['六位小数', [['jingkaiqu', 1e-7], ['gaoxinqu', 100]], 'bad-share'],
    ['写了两次', [['jingkaiqu', 50], ['jingkaiqu', 50]], 'bad-share'],
    ['没有的单位', [['nowhere', 100]], 'unknown-unit'],
  ])('refused: %s', (words, shares, code) => {
    expect(() => of(shares)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(words) }));
  });
});
