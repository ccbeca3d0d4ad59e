import { expect, it } from 'vitest';
import { inWorld, workbook } from './test-world.ts';

it('reads a decision as its form does: currencies, bare shares, words of the list', () => inWorld(async (world) => {
  const rows = ['亿元项目规模（美元） 1500', '以投带引资助比例 5', '泰州市级以上人才计划 省级、 国家级'].map((it) => {
    const [parameter, ...value] = it.split(' ');
    return { 参数: parameter!, 取值: value.join(''), 生效日期: '2021-01-01' };
  });
  await world.takeOver(await workbook({ 口径: rows }));
  expect(await world.sql('select parameter, value from decision order by parameter')).toEqual([
    { parameter: 'investment-led.rate', value: '5%' },
    { parameter: 'plan.levels', value: ['国家级', '省级'] },
    { parameter: 'yi.usd', value: '1,500万美元' },
  ]);
}));

it('returns what the form would refuse, with the same words', () => inWorld(async (world) => {
  const rows = ['亿元项目规模（美元） 500万元', '以投带引资助比例 0.3', '泰州市级以上人才计划 省级、部级', `实缴资本认定标准（万元） ${'9'.repeat(600)}`].map((it) => ({ 参数: it.split(' ')[0]!, 取值: it.split(' ')[1]!, 生效日期: '2021-01-01' }));
  const office = world.as('rencaiban', 'talent-office');
  const { id } = await world.upload(office, await workbook({ 口径: rows }));
  const { rejected } = (await world.read(office, id)).report;
  expect(rejected.map((it) => [it.code, it.message])).toEqual([
    ['bad-number', '“亿元项目规模（美元）”的“500万元”不是一个美元金额，请按万美元填数字，如 500，或写明单位，如 500万美元'],
    ['bad-value', '“以投带引资助比例”的“0.3”看不出是 0.3% 还是 30%，请带上 % 或 ‰'],
    ['bad-value', '“泰州市级以上人才计划”里没有“部级”这些选项，请从国家级、省级、泰州市级、泰兴市级中选择'],
    ['bad-number', `“实缴资本认定标准（万元）”的取值“${'9'.repeat(60)}…”太长，请核对`],
  ]);
}));
