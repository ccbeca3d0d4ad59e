import { expect, it } from 'vitest';
import { holdingGuard } from '../holdings/guard.ts';
import { settleAll } from '../holdings/settle.ts';
import { inWorld, workbook } from './test-world.ts';

it('a row of an investor that another unit holds is left out when the import is carried out, with whom to ask and nothing more; a preview does not tell', () => inWorld(async (world) => {
  expect(world.deps.ledger.guard).toBe(holdingGuard);
  const decisions = { 'first-report.on': true, 'first-report.minimum': '1万元', 'first-report.contacts': ['拜访'], 'first-report.days': '60' };
  for (const [id, value] of Object.entries(decisions)) {
    await world.sql("insert into decision (parameter, value, from_day, document, taken_over, approved_at, seq) values ($1, $2, '2021-01-01', '会议纪要', true, clock_timestamp(), nextval('ledger_seq'))", [id, JSON.stringify(value)]);
  }
  await world.takeOver(await workbook({ 项目台账: [{ 项目编号: '秘1', 责任单位: '黄桥经济开发区', 投资方: '江苏恒瑞化工有限公司', 统一社会信用代码: '', 签约日期: '', 开工日期: '' }] }));
  await world.sql("update dossier set body = body #- '{milestones,signed}' where number = '秘1'");
  await world.sql("insert into follow_up (subject_id, form, day, text, unit, account_id) select subject_id, '拜访', '2022-02-01', '谈', 'huangqiao-kfq', gen_random_uuid() from dossier where number = '秘1'");
  expect(await settleAll(world.deps.database, world.deps.ledger.mechanism, '2022-03-01')).toBe(1);
  const park = world.as('gaoxinqu', 'park-officer');
  const { id } = await world.upload(park, await workbook({ 项目台账: [{ 投资方: '恒瑞化工（集团）', 统一社会信用代码: '' }, { 投资方: '苏州明月科技有限公司', 统一社会信用代码: '' }] }));
  expect((await world.read(park, id)).report.rejected).toEqual([]);
  await world.confirm(park, id);
  const { report, state } = await world.read(park, id);
  expect([state, report.rejected.map((it) => [it.row, it.code, it.message])]).toEqual(['done', [[3, 'held', '已有单位在谈，请与商务局联系。']]]);
  expect([await world.dossier('project', '项1'), (await world.dossier('project', '项2'))?.unit]).toEqual([undefined, 'gaoxinqu']);
}));
