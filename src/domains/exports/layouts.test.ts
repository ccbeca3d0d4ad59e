import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import type { LedgerContext } from '../../ledger/context.ts';
import { readSheets } from '../../office/read-workbook.ts';
import { previewUpload } from '../imports/upload.ts';
import { importsHandlers } from '../imports/handlers.ts';
import { inWorld, type World } from '../records/test-world.ts';
import { unitLayouts } from './layout-store.ts';
import { at, exported, handlers } from './test-world.ts';

const FIELDS = { name: '阳光化工', type: '产业项目', agreement: '正式协议', currency: '人民币', planned: '43000000000' };
const MINE = {
  register: '项目台账', label: '周报', title: '{unit}项目周报（{year}年）',
  columns: [{ of: '项目名称', heading: '名称', group: '项目' }, { of: '项目编号', heading: '编号', group: '项目' }, { of: '签约日期', heading: '签约时间', group: '' }],
};

const keep = (context: LedgerContext, layout: object) => call(handlers.keepLayout, { ...MINE, ...layout }, { context: { ...context, request: crypto.randomUUID() } });
const names = async (context: LedgerContext): Promise<string[]> => (await call(handlers.layouts, undefined, { context })).filter((it) => it.own).map((it) => it.label);

async function cellsOf(context: LedgerContext, layout: string): Promise<unknown[][]> {
  const [sheet] = await readSheets(await exported(context, { kind: 'project', layout }));
  return sheet!.rows.map((it) => it.cells);
}

/** As the page does it: with the layouts of the unit. */
async function sentBack(context: LedgerContext, file: { name: string; bytes: Uint8Array }) {
  const fresh = { ...context, request: crypto.randomUUID() };
  const { id } = await previewUpload(fresh, [file], unitLayouts);
  return call(importsHandlers.one, { id }, { context: fresh });
}

async function enter(world: World): Promise<void> {
  await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: FIELDS, milestones: { signed: '2026-02-03' } });
  await world.enter({ kind: 'project', number: 'XM-2', unit: 'fenjie', fields: { ...FIELDS, name: '美佳食品', currency: '美元', planned: '3000000000' }, credits: { fenjie: '0.6', guxi: '0.4' }, milestones: { signed: '2026-02-03', filed: '2026-03-01' } });
}

it('a unit’s own layout leaves under its headings and is recognised by them; no other unit has it', () => inWorld(async (world) => {
  await enter(world);
  const park = await at(world, 'jingkaiqu', 'park-officer');
  const { id } = await keep(park, {});
  expect(await cellsOf(park, id)).toEqual([['泰兴经济开发区项目周报（2026年）'], [expect.any(String)], ['项目', null, '签约时间'], ['名称', '编号'], ['阳光化工', 'XM-1', { date: '2026-02-03' }]]);
  const back = await sentBack(park, await exported(park, { kind: 'project', layout: id }));
  expect(back.report).toMatchObject({ same: 1, changed: 0, fresh: 0, rejected: [] });
  const other = await at(world, 'gaoxinqu', 'park-officer');
  expect([await names(park), await names(other)]).toEqual([['周报'], []]);
  await expect(exported(other, { kind: 'project', layout: id })).rejects.toMatchObject({ code: 'not-found' });
  await expect(keep(other, { id, version: 1 })).rejects.toMatchObject({ code: 'changed-meanwhile' });
  await expect(call(handlers.endLayout, { id }, { context: other })).rejects.toMatchObject({ code: 'not-found' });
}));

it('a layout may choose whatever is held of the records beside the register’s own columns, but no person', () => inWorld(async (world) => {
  const contact = await world.person('王小明');
  await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: { ...FIELDS, fixedAssets: '1234500000', contact }, milestones: { filed: '2026-03-01' } });
  const park = await at(world, 'jingkaiqu', 'park-officer');
  const columns = [{ of: '项目编号', heading: '', group: '' }, { of: '固定资产投资（万元）', heading: '固投（万元）', group: '' }, { of: '备案日期', heading: '备案', group: '' }];
  const { id } = await keep(park, { columns });
  expect((await cellsOf(park, id)).slice(2)).toEqual([['项目编号', '固投（万元）', '备案'], ['XM-1', { number: '1234.5' }, { date: '2026-03-01' }]]);
  expect((await sentBack(park, await exported(park, { kind: 'project', layout: id }))).report).toMatchObject({ same: 1, changed: 0, rejected: [] });
  await expect(keep(park, { label: '另一个', columns: [...columns, { of: '投资方联系人', heading: '', group: '' }] })).rejects.toMatchObject({ code: 'bad-layout' });
}));

it('a layout is changed as it was seen, and ended; what it cannot be is said', () => inWorld(async (world) => {
  const park = await at(world, 'jingkaiqu', 'park-officer');
  const { id } = await keep(park, {});
  await keep(park, { id, version: 1, label: '月报' });
  await expect(keep(park, { id, version: 1, label: '季报' })).rejects.toMatchObject({ code: 'changed-meanwhile' });
  await expect(keep(park, { label: '月报' })).rejects.toMatchObject({ code: 'label-used' });
  await expect(keep(park, { label: ' ', title: '', columns: [{ of: '签约日期', heading: '日期', group: '' }, { of: '开工日期', heading: '日 期', group: '' }, { of: '合同号', heading: '', group: '' }] })).rejects.toMatchObject({
    code: 'bad-layout',
    details: [expect.stringContaining('名称'), expect.stringContaining('标题'), expect.stringContaining('合同号'), expect.stringContaining('请选上编号或名称'), expect.stringContaining('用了两次')],
  });
  await expect(keep(park, { label: '另一个', columns: [...MINE.columns, { of: '固定资产投资（万元）', heading: '固投（亿元）', group: '' }] })).rejects.toMatchObject({ code: 'bad-layout', message: expect.stringContaining('按万元写') });
  await expect(keep(park, { label: '联系 13912345678' })).rejects.toMatchObject({ code: 'bad-layout' });
  await call(handlers.endLayout, { id }, { context: { ...park, request: crypto.randomUUID() } });
  expect(await names(park)).toEqual([]);
}));

it('the city of Taizhou’s upload file: its zones, 亿元 at home and 万美元 from abroad; townships are its rest, and come back as they stand', () => inWorld(async (world) => {
  await enter(world);
  const office = await at(world, 'shangwuju', 'commerce-bureau');
  const [, , , headings, second, first] = await cellsOf(office, 'taizhou-upload') as [unknown, unknown, unknown, string[], unknown[], unknown[]];
  const of = (row: unknown[], heading: string): unknown => row[headings.indexOf(heading)];
  expect([of(first, '所属园区'), of(first, '投资总额（内资亿元、外资万美元）'), of(first, '签约日期')]).toEqual(['泰兴经济开发区', { number: '4.3' }, { date: '2026-02-03' }]);
  expect([of(second, '所属园区'), of(second, '投资总额（内资亿元、外资万美元）'), of(second, '备案（核准）日期')]).toEqual(['泰兴市其他', { number: '3000' }, { date: '2026-03-01' }]);
  expect((await sentBack(office, await exported(office, { kind: 'project', layout: 'taizhou-upload' }))).report).toMatchObject({ same: 2, changed: 0, fresh: 0, rejected: [] });
}));
