import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import type { Fields } from '../../../tests/registers/small-registers.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Cell } from '../../office/sheet.ts';
import { writeWorkbook } from '../../office/write-workbook.ts';
import { importsHandlers } from './handlers.ts';
import type { HandedIn } from './intake-files.ts';
import { inWorld, type World, workbook } from './test-world.ts';

const CODES = ['91321283MA1X8WX09T', '91321283MA1X8WX17M'] as const;
const standing: Fields[] = [
  { 项目编号: 'XM-1', 项目名称: '阳光化工有限公司年产5万吨项目', 责任单位: '高新区' },
  { 项目编号: 'XM-2', 项目名称: '远景动力（泰兴）电池', 责任单位: '高新区' },
  { 项目编号: 'XM-3', 项目名称: '星辰新材料', 责任单位: '高新区' },
  { 项目编号: 'XM-4', 项目名称: '星辰新材料', 责任单位: '高新区' },
  { 项目编号: 'XM-5', 项目名称: '月亮湾机电', 责任单位: '经开区' },
];

/** A list as people send it: some columns, in any order, without numbers. */
async function list(header: string[], ...rows: Cell[][]): Promise<HandedIn> {
  return { name: '项目台账更正.xlsx', bytes: await writeWorkbook([{ name: '项目台账', rows: [header, ...rows] }]) };
}

const pick = (_: World, context: LedgerContext, id: string, picks: Record<string, string>) => call(importsHandlers.pick, { id, picks }, { context: { ...context, request: crypto.randomUUID() } });

async function begin(world: World): Promise<LedgerContext> {
  await world.takeOver(await workbook({ 项目台账: standing }));
  const park = world.as('gaoxinqu', 'park-officer');
  await world.sql("with p as (insert into person (name) values ('某') returning id) insert into account (id, login, login_key, person_id, unit, post) select $1, 'g', 'g', id, 'gaoxinqu', '' from p", [park.actor!.account]);
  return park;
}

it('rows without a number find their record by name, however it is written; only that is proposed which is beyond doubt', () => inWorld(async (world) => {
  const park = await begin(world);
  const { id } = await world.upload(park, await list(['开工日期', '项目名称'], ['2022-02-01', '阳光化工年产５万吨'], ['2022-02-02', '远景动力(泰兴)电池有限公司'], ['2022-02-03', '星辰新材料'], ['2022-02-04', '远景动力电池二期'], ['2022-02-05', '月亮湾机电'], ['2022-02-30', '星辰新材料']));
  const seen = await world.read(park, id);
  expect(seen.matches.map((it) => [it.row, it.pick, it.number, it.auto, it.candidates.map((one) => `${one.number} ${one.why}`)])).toEqual([
    [4, 'open', null, false, ['XM-3 same-name', 'XM-4 same-name']],
    [5, 'open', null, false, ['XM-2 alike']],
    // Another park's project is not among what may be meant.
    [6, 'open', null, false, []],
    [2, 'record', 'XM-1', true, ['XM-1 same-name']],
    [3, 'record', 'XM-2', true, ['XM-2 same-name']],
  ]);
  expect([seen.matchCounts, seen.report.changed, seen.report.fresh, seen.report.rejected.map((it) => `${it.row} ${it.code}`)]).toEqual([{ open: 3, record: 2, fresh: 0, out: 0 }, 2, 0, ['7 bad-date']]);
  // Nor is any among what an office that reads them all, and could import none, may mean.
  const office = world.as('kejiju', 'office-handler');
  const asked = await world.upload(office, await list(['开工日期', '项目名称'], ['2022-02-01', '阳光化工年产5万吨']));
  expect((await world.read(office, asked.id)).matches.map((it) => [it.pick, it.candidates])).toEqual([['open', []]]);
  expect(seen.report.changes.map((it) => [it.number, it.differences.map((one) => `${one.label}:${one.before}→${one.after}`)])).toEqual([
    ['XM-1', ['开工日期:→2022-02-01', '认定状态:认定→申报（有变更，须重新认定）']],
    ['XM-2', ['开工日期:→2022-02-02', '认定状态:认定→申报（有变更，须重新认定）']],
  ]);
}));

it('what is picked is shown before it is taken, remembered, and carried out; nothing goes in before', () => inWorld(async (world) => {
  const park = await begin(world);
  const before = await world.counts();
  const header = ['项目名称', '项目类型', '计划总投资', '协议类型', '开工日期'];
  const { id } = await world.upload(park, await list(header, ['星辰新材料', '产业项目', '5000', '正式协议', '2022-02-01'], ['全新的项目', '产业项目', '1.2亿', '正式协议', '2022-02-02'], ['另一个', '产业项目', '1', '框架协议', null]));
  const places = (await world.read(park, id)).matches.map((it) => it.place);
  await pick(world, park, id, { [places[0]!]: 'XM-4', [places[1]!]: 'new', [places[2]!]: 'out' });
  const seen = await world.read(park, id);
  expect([seen.matchCounts, seen.report.changed, seen.report.fresh, seen.total]).toEqual([{ open: 0, record: 1, fresh: 1, out: 1 }, 1, 1, 2]);
  const { fact } = await world.counts();
  expect(fact).toBe(before.fact);
  await world.confirm(park, id);
  expect(await world.read(park, id)).toMatchObject({ state: 'done', report: { fresh: 1, changed: 1 }, matchCounts: { record: 1, fresh: 1, out: 1 } });
  expect((await world.dossier('project', 'XM-4'))?.milestones['started']?.day).toBe('2022-02-01');
  expect((await world.dossier('project', 'XM-3'))?.milestones['started']).toBeUndefined();
  // Numbered by its register, and the sending unit's own.
  expect(await world.dossier('project', 'XM-2022-0001')).toMatchObject({ unit: 'gaoxinqu', fields: { name: '全新的项目', planned: '12000000000' }, credits: [{ parts: [{ unit: 'gaoxinqu', share: '1' }] }] });
  await expect(pick(world, park, id, { [places[2]!]: 'new' })).rejects.toMatchObject({ code: 'already-confirmed' });
}));

it('takes no record that was not among what may be meant, no other unit’s import, and no record that is gone by then', () => inWorld(async (world) => {
  const park = await begin(world);
  const { id } = await world.upload(park, await list(['项目名称', '开工日期'], ['星辰新材料', '2022-02-01'], ['阳光化工年产5万吨', '2022-02-01']));
  const [open] = (await world.read(park, id)).matches;
  await expect(pick(world, park, id, { [open!.place]: 'XM-5' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(pick(world, park, id, { '0:x:1': 'new' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(pick(world, world.as('rencaiban', 'talent-office'), id, { [open!.place]: 'out' })).rejects.toMatchObject({ code: 'forbidden' });
  await world.sql("update dossier set state = 'withdrawn' where number = 'XM-1'");
  await world.confirm(park, id);
  expect(await world.read(park, id)).toMatchObject({ state: 'failed', error: expect.stringContaining('已被撤回') });
}));

it('a new record cannot do without what its register asks for; a past year is taken over with every column', () => inWorld(async (world) => {
  const park = await begin(world);
  const { id } = await world.upload(park, await list(['项目名称', '开工日期'], ['全新的项目', '2022-02-01']));
  const [row] = (await world.read(park, id)).matches;
  await pick(world, park, id, { [row!.place]: 'new' });
  expect((await world.read(park, id)).report.rejected).toMatchObject([{ row: 2, code: 'missing', message: expect.stringContaining('项目类型、计划总投资、协议类型') }]);
  await expect(world.takeOver(await list(['项目名称', '开工日期'], ['星辰新材料', '2022-02-01']))).rejects.toMatchObject({ code: 'missing-column' });
  const bureau = world.as('shangwuju', 'commerce-bureau');
  const kept = await world.upload(bureau, await list(['项目编号', '开工日期'], ['XM-1', '2022-02-01']));
  expect(await world.read(bureau, kept.id)).toMatchObject({ mayConfirm: true, mayTakeOver: false, report: { changed: 1 } });
}));

it('by credit code, where a name was written otherwise', () => inWorld(async (world) => {
  await world.takeOver(await workbook({ 项目台账: [{ 项目编号: 'XM-1', 项目名称: '甲一期', 统一社会信用代码: CODES[0] }, { 项目编号: 'XM-2', 项目名称: '甲二期', 统一社会信用代码: CODES[0] }, { 项目编号: 'XM-3', 项目名称: '乙', 统一社会信用代码: CODES[1] }] }));
  const bureau = world.as('shangwuju', 'commerce-bureau');
  const { id } = await world.upload(bureau, await list(['统一社会信用代码', '项目名称', '开工日期'], [CODES[0], '甲二期', '2022-02-01'], [CODES[0], '甲三期', '2022-02-01']));
  expect((await world.read(bureau, id)).matches.map((it) => [it.row, it.pick, it.number])).toEqual([[3, 'open', null], [2, 'record', 'XM-2']]);
  const alone = await world.upload(bureau, await list(['统一社会信用代码', '开工日期'], [CODES[1], '2022-02-01'], [CODES[0], '2022-02-01']));
  expect((await world.read(bureau, alone.id)).matches.map((it) => [it.row, it.pick, it.number])).toEqual([[3, 'open', null], [2, 'record', 'XM-3']]);
}));

it('a lead under a code name is neither found nor changed nor shown by who is not of its units, not even by the office that keeps the register', () => inWorld(async (world) => {
  const park = await begin(world);
  await world.sql("update dossier set body = jsonb_set(body #- '{milestones,signed}', '{fields,codeName}', '\"银杏\"') where number = 'XM-2'");
  const bureau = world.as('shangwuju', 'commerce-bureau');
  const unnumbered = await list(['项目名称', '开工日期'], ['远景动力（泰兴）电池', '2022-02-01']);
  const matchesOf = async (context: LedgerContext) => (await world.read(context, (await world.upload(context, unnumbered)).id)).matches.map((it) => [it.pick, it.candidates.map((one) => one.name)]);
  expect([await matchesOf(bureau), await matchesOf(park)]).toEqual([[['open', []]], [['record', ['远景动力（泰兴）电池']]]]);
  const { id } = await world.upload(bureau, await list(['项目编号', '项目名称'], ['XM-2', '试']));
  const seen = await world.read(bureau, id);
  expect(seen.report.rejected.map((it) => it.code)).toEqual(['not-open']);
  expect(JSON.stringify(seen)).not.toContain('远景');
}));
