import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import type { LedgerContext } from '../../ledger/context.ts';
import { recordsHandlers } from './handlers.ts';
import { inWorld, type World } from './test-world.ts';
import type { RegisterQuery } from './views.ts';

async function numbers(context: LedgerContext, kind: string, query: Partial<RegisterQuery> = {}): Promise<string[]> {
  const { rows, total } = await call(query.q === undefined ? recordsHandlers.list : recordsHandlers.search, { kind, ...query }, { context });
  expect(total).toBe(rows.length);
  return rows.map((row) => row.number);
}

/** Three projects: one of each of two parks, one that they share; a talent of each. */
async function twoParks(world: World) {
  const formal = { type: '产业项目', agreement: '正式协议', currency: '人民币' };
  const own = await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: { ...formal, name: '阳光 化工', investor: '江苏阳光集团', planned: '4300000000' }, milestones: { signed: '2026-02-03' } });
  const foreign = await world.enter({ kind: 'project', number: 'XM-2', unit: 'gaoxinqu', fields: { ...formal, name: '月光机电', investor: '上海月光', planned: '10000000000', currency: '美元' }, milestones: { signed: '2025-02-03', started: '2026-03-01' }, state: 'certify' });
  const shared = await world.enter({ kind: 'project', number: 'XM-3', unit: 'gaoxinqu', fields: { ...formal, name: '星光医药', planned: '100000000' }, milestones: { signed: '2024-02-03' }, credits: { gaoxinqu: '0.6', jingkaiqu: '0.4' } });
  const ownTalent = await world.enter({ kind: 'talent', number: 'RC-1', unit: 'jingkaiqu', fields: { name: await world.person('张三丰'), degree: '博士' }, milestones: { landed: '2026-01-10' } });
  const foreignTalent = await world.enter({ kind: 'talent', number: 'RC-2', unit: 'gaoxinqu', fields: { name: await world.person('张无忌') }, milestones: { landed: '2026-01-11' } });
  return { own, foreign, shared, ownTalent, foreignTalent };
}

it('a park’s officer sees what its park declared or is credited with, and nothing else anywhere', () => inWorld(async (world) => {
  const ids = await twoParks(world);
  const park = world.as('jingkaiqu', 'park-officer');
  expect(await numbers(park, 'project')).toEqual(['XM-3', 'XM-1']);
  expect(await numbers(park, 'project', { q: '月光' })).toEqual([]);
  expect(await numbers(park, 'project', { unit: 'gaoxinqu' })).toEqual(['XM-3']);
  expect(await numbers(park, 'project', { state: 'certified' })).toEqual([]);
  expect(await numbers(park, 'talent')).toEqual(['RC-1']);
  expect((await world.detail(park, ids.shared)).number).toBe('XM-3');
  for (const id of [ids.foreign, ids.foreignTalent, crypto.randomUUID()]) await expect(world.detail(park, id)).rejects.toMatchObject({ code: 'not-found' });
  for (const act of ['verify', 'return', 'appeal'] as const) await expect(world.give(park, ids.foreign, act, { reason: '试' })).rejects.toMatchObject({ code: 'not-found' });
}));

it('registers count what their lists hold, for each who looks', () => inWorld(async (world) => {
  await twoParks(world);
  for (const context of [world.as('jingkaiqu', 'park-officer'), world.as('huangqiao', 'park-officer'), world.as('kejiju'), world.as('rencaiban', 'talent-office'), world.as('rencaiban', 'city-leader')]) {
    const kinds = await call(recordsHandlers.kinds, undefined, { context });
    expect(kinds.map((kind) => kind.sheet)).toEqual(['平台台账', '活动台账', '人才台账', '项目台账', '投资台账', '中介机构']);
    for (const { kind, count } of kinds) expect(await numbers(context, kind)).toHaveLength(count);
  }
}));

it('finds by number, name and investor however they are written, and by unit, state and year', () => inWorld(async (world) => {
  await twoParks(world);
  const office = world.as('shangwuju');
  expect(await numbers(office, 'project')).toEqual(['XM-3', 'XM-2', 'XM-1']);
  for (const q of ['xm-1', 'ＸＭ－１', '阳光化', ' 江苏 阳光']) expect(await numbers(office, 'project', { q })).toEqual(['XM-1']);
  expect(await numbers(office, 'project', { q: '%' })).toEqual([]);
  expect(await numbers(office, 'project', { unit: 'jingkaiqu' })).toEqual(['XM-3', 'XM-1']);
  expect(await numbers(office, 'project', { state: 'certified' })).toEqual(['XM-2']);
  expect(await numbers(office, 'project', { year: 2026 })).toEqual(['XM-2', 'XM-1']);
  expect(await numbers(office, 'project', { year: 2025 })).toEqual(['XM-2']);
}));

it('shows a handful of the register’s columns, money in 万元 and 万美元', () => inWorld(async (world) => {
  await twoParks(world);
  const { columns, rows, sheet } = await call(recordsHandlers.search, { kind: 'project', q: '光' }, { context: world.as('shangwuju') });
  expect(sheet).toBe('项目台账');
  expect(columns.map((column) => column.label)).toEqual(['项目类型', '计划总投资', '协议类型', '签约日期', '注册日期', '开工日期']);
  expect(columns.map((column) => column.numeric)).toEqual([false, true, false, false, false, false]);
  expect(rows.find((row) => row.number === 'XM-2')).toMatchObject({ name: '月光机电', unit: { id: 'gaoxinqu', name: '泰兴高新区' }, stateLabel: '认定', cells: ['产业项目', '10,000万美元', '正式协议', '2025-02-03', '', '2026-03-01'] });
  expect(rows.find((row) => row.number === 'XM-1')!.cells[1]).toBe('4,300万元');
}));

it('names are whole only for who may write the record, and a search finds no more of them than is shown', () => inWorld(async (world) => {
  const { ownTalent } = await twoParks(world);
  const park = world.as('jingkaiqu', 'park-officer');
  const office = world.as('rensheju');
  const leader = world.as('rencaiban', 'city-leader');
  const names = async (context: LedgerContext, q?: string) => (await call(recordsHandlers.search, { kind: 'talent', ...(q !== undefined && { q }) }, { context })).rows.map((row) => row.name);
  expect(await names(park, '三 丰')).toEqual(['张三丰']);
  expect(await names(office)).toEqual(['张*', '张*']);
  expect(await names(office, '张三丰')).toEqual([]);
  expect(await names(leader, '三丰')).toEqual([]);
  expect(await names(office, '张*')).toEqual(['张*', '张*']);
  const detail = await world.detail(office, ownTalent);
  expect(JSON.stringify(detail)).not.toContain('三丰');
  expect(detail.fields.find((field) => field.id === 'name')!.value).toBe('张*');
  expect((await world.detail(park, ownTalent)).name).toBe('张三丰');
}));

it('pages of fifty', () => inWorld(async (world) => {
  for (let i = 1; i <= 52; i++) await world.enter({ kind: 'agency', number: `机构${i}`, unit: 'rensheju' });
  const context = world.as('rensheju');
  const page = (number: number) => call(recordsHandlers.list, { kind: 'agency', page: number }, { context });
  const [first, second, third] = [await page(1), await page(2), await page(3)];
  expect([first.rows.length, second.rows.length, third.rows.length, first.total, third.total]).toEqual([50, 2, 0, 52, 52]);
  expect([first.rows[0]!.number, second.rows[1]!.number]).toEqual(['机构52', '机构1']);
}));
