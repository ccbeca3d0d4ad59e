import { expect, it } from 'vitest';
import { makeRegisters } from '../../../tests/registers/make-registers.ts';
import { writeRegistersXlsx } from '../../../tests/registers/write-registers.ts';
import { selfAudit } from '../../ledger/self-audit.ts';
import type { HandedIn } from './intake-files.ts';
import { runWaitingImports } from './run-import.ts';
import { inWorld, workbook } from './test-world.ts';

async function registers(seed: number): Promise<HandedIn> {
  const { sheets } = makeRegisters({ seed, year: 2021, projects: 130 });
  return { name: `${seed}.xlsx`, bytes: await writeRegistersXlsx(sheets) };
}

it.each([31, 32, 33])('tells what the import then does, over registers that hold half of the same (%i)', (seed) => inWorld(async (world) => {
  await world.takeOver(await registers(seed));
  const office = world.as('rencaiban', 'talent-office');
  const again = await world.upload(office, await registers(seed));
  expect((await world.read(office, again.id)).report).toMatchObject({ fresh: 0, changed: 0, changes: [] });
  const { id } = await world.upload(office, await registers(seed + 100));
  const before = (await world.read(office, id)).report;
  expect([before.changed > 0, before.fresh > 0]).toEqual([true, true]);
  await world.confirm(office, id);
  await runWaitingImports(world.deps);
  const { state, report } = await world.read(office, id);
  expect({ state, fresh: report.fresh, changed: report.changed, same: report.same, rejected: report.rejected }).toEqual({ state: 'done', fresh: before.fresh, changed: before.changed, same: before.same, rejected: before.rejected });
  expect(await selfAudit(world.deps.database, world.deps.ledger)).toEqual([]);
}));

it('shows differences under the headings of the register, in the words of people', () => inWorld(async (world) => {
  await world.takeOver(await workbook({
    平台台账: [{}],
    项目台账: [{ 投资方: '甲', 人才领办创办: '是', 计划总投资: '1.2亿', 开工日期: '2021-06-01', 落户平台: '平1', 协作单位: '黄桥开发区 40%' }],
    活动台账: [{ 联办单位: '人才办、商务局' }],
  }));
  const office = world.as('rencaiban', 'talent-office');
  const { id } = await world.upload(office, await workbook({
    项目台账: [{ 人才领办创办: '否', 计划总投资: { number: '1000.5' }, 币种: '美元', 开工日期: null }],
    活动台账: [{ 举办日期: '2021-05-21' }],
  }));
  const { changes } = (await world.read(office, id)).report;
  expect(changes.map((it) => it.differences.map((one) => `${one.label}：${one.before} → ${one.after}`))).toEqual([
    [
      '投资方：甲 → ', '责任单位、协作单位：泰兴高新区 60%、黄桥经济开发区 40% → 泰兴高新区', '人才领办创办：是 → 否', '计划总投资：12,000万元 → 1,000.5万美元', '币种：人民币 → 美元',
      '开工日期：2021-06-01 → ', '落户平台：平1 → ', '认定状态：认定 → 申报（有变更，须重新认定）',
    ],
    ['主办单位、联办单位：科技局、人才办、商务局 → 科技局', '举办日期：2021-05-20 → 2021-05-21', '认定状态：认定 → 申报（有变更，须重新认定）'],
  ]);
}));
