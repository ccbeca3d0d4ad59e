import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '@orpc/server';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { convert, hasLibreOffice } from '../../../tests/libre-office.ts';
import { readSheets } from '../../office/read-workbook.ts';
import { recordsHandlers } from '../records/handlers.ts';
import { type Entered, inWorld, type World } from '../records/test-world.ts';
import { at, exported, preview } from './test-world.ts';

const words = fc.array(fc.constantFrom('=1+1', '+', '-5', '@a', '＝', "'", '1/2', '2021-3-5', '0012', 'TRUE', '是', '1E5', '50%', '阳光', '（一期）', '有限公司', ' ', '"', '<b>', '&amp;', '\n', '_x000D_', '😀', '合计'), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('').trim()).filter((it) => it !== '');
const fen = fc.bigInt(0n, 10n ** 14n).map(String);
const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }).map((it) => it.toISOString().slice(0, 10));
const partly = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const entry = fc.record({
  name: words, investor: partly(words), type: fc.constantFrom('产业项目', '人才创业项目', '人才产业化项目'), talentLed: partly(fc.boolean()), chain: partly(words), planned: fen,
  currency: fc.constantFrom('人民币', '美元'), paidIn: partly(fen), agreement: fc.constantFrom('正式协议', '框架协议'), landArea: partly(fc.integer({ min: 0, max: 10 ** 9 }).map((it) => String(it / 1000))), fixedAssets: partly(fen), content: partly(words),
});
const record = fc.record({ entry, days: fc.array(partly(day), { minLength: 4, maxLength: 4 }), share: partly(fc.integer({ min: 1, max: 99_999_999 })), platform: fc.boolean(), state: fc.constantFrom(undefined, 'certify', 'return', 'not-count', 'appeal') });

async function enterAll(world: World, all: readonly (typeof record extends fc.Arbitrary<infer T> ? T : never)[]): Promise<void> {
  const platform = await world.enter({ kind: 'platform', number: '孵化器', unit: 'jingkaiqu', fields: { type: '孵化器' } });
  for (const [index, it] of all.entries()) {
    const fields = Object.fromEntries(Object.entries(it.entry).filter((one): one is [string, string | boolean] => one[1] !== undefined));
    const milestones = Object.fromEntries(['signed', 'registered', 'started', 'inProduction'].flatMap((id, at) => (it.days[at] === undefined ? [] : [[id, it.days[at]] as const])));
    const share = it.share === undefined ? undefined : (it.share / 10 ** 8).toFixed(8).replace(/0+$/, '');
    const credits = share === undefined ? { jingkaiqu: '1' } : { jingkaiqu: (1 - Number(share)).toFixed(8).replace(/0+$/, ''), gaoxinqu: share };
    const entered: Entered = { kind: 'project', number: `XM-${index}`, unit: 'jingkaiqu', fields, milestones, credits, references: it.platform ? { platform } : {}, ...(it.state && { state: it.state as never }) };
    await world.enter(entered);
  }
}

const UNCHANGED = { fresh: 0, changed: 0, rejected: [], foreignCount: 0, notes: [] };

it('a list that leaves comes back unchanged, in every layout, also opened and saved again by LibreOffice', { timeout: 240_000 }, () => inWorld(async (world) => {
  await enterAll(world, fc.sample(record, { numRuns: 60, seed: 20261124 }));
  const park = await at(world, 'jingkaiqu', 'park-officer');
  const folder = await mkdtemp(join(tmpdir(), 'tandem-round-'));
  for (const layout of [undefined, 'taizhou-upload']) {
    const file = await exported(park, { kind: 'project', ...(layout && { layout }) });
    expect((await preview(park, file)).report).toMatchObject({ ...UNCHANGED, same: 60 });
    if (!hasLibreOffice) continue;
    await writeFile(join(folder, 'a.xlsx'), file.bytes);
    const saved = { name: file.name, bytes: await readFile(join(await convert(folder, join(folder, 'a.xlsx'), 'xlsx'), 'a.xlsx')) };
    expect((await preview(park, saved)).report).toMatchObject({ ...UNCHANGED, same: 60 });
  }
  await rm(folder, { recursive: true, force: true });
}));

it('leaves titled, with grouped headings and days as days; a text that looks like a formula is a text', () => inWorld(async (world) => {
  await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: { name: '=1+1', type: '产业项目', agreement: '正式协议', currency: '人民币', planned: '4300000000' }, milestones: { signed: '2026-02-03' } });
  const [sheet] = await readSheets(await exported(await at(world, 'jingkaiqu', 'park-officer'), { kind: 'project' }));
  expect(sheet!.name).toBe('项目台账');
  expect(sheet!.rows.map((it) => it.cells.slice(0, 3))).toEqual([['泰兴市“双招双引”项目台账（2026年度）'], [expect.stringContaining('泰兴经济开发区')], ['序号', '基本情况', null], [null, '项目编号', '项目名称'], [{ number: '1' }, 'XM-1', '=1+1']]);
  expect(sheet!.rows.at(-1)!.cells).toContainEqual({ date: '2026-02-03' });
  expect(sheet!.rows.at(-1)!.cells).toContainEqual({ number: '4300' });
}));

it('holds what its page shows to who asks: within scope, masked, nothing sealed', () => inWorld(async (world) => {
  const name = await world.person('王小明');
  await world.enter({ kind: 'talent', number: 'RC-1', unit: 'jingkaiqu', fields: { name, degree: '博士' }, milestones: { landed: '2026-02-03' } });
  const sealed = await world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields: { name: '在谈', type: '产业项目', agreement: '正式协议', currency: '人民币', planned: '1' } });
  await world.enter({ kind: 'investment', number: 'TZ-1', unit: 'gaoxinqu', fields: { investor: '某', amount: '1' }, references: { project: sealed }, milestones: { arrived: '2026-02-03' } });
  await call(recordsHandlers.seal, { id: sealed, reason: '在谈' }, { context: await at(world, 'jingkaiqu', 'park-officer') });
  const neighbour = await at(world, 'gaoxinqu', 'park-officer');
  const money = await exported(neighbour, { kind: 'investment' });
  expect(JSON.stringify(await readSheets(money))).toContain('（保密）');
  expect((await preview(neighbour, money)).report).toMatchObject({ ...UNCHANGED, same: 1 });
  await expect(exported(await at(world, 'kejiju'), { kind: 'project' })).rejects.toMatchObject({ code: 'nothing-to-export' });
  const text = async (...who: Parameters<World['as']>): Promise<string> => JSON.stringify(await readSheets(await exported(await at(world, ...who), { kind: 'talent' })));
  expect(await text('jingkaiqu', 'park-officer')).toContain('王小明');
  expect(await text('kejiju', 'office-handler')).toContain('王*');
  expect(await text('kejiju', 'office-handler')).not.toContain('王小明');
  await expect(text('gaoxinqu', 'park-officer')).rejects.toMatchObject({ code: 'nothing-to-export' });
  // What a mask hides comes back as it stands.
  const office = await at(world, 'rencaiban', 'talent-office');
  expect((await preview(office, await exported(office, { kind: 'talent' }))).report).toMatchObject({ ...UNCHANGED, same: 1 });
}));
