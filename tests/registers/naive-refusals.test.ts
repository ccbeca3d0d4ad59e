import { describe, expect, it } from 'vitest';
import { readSmall, refused } from './small-registers.ts';

const CODE = '91321283MA1ABCDE2B';

/** registers.md, "What is refused". */
describe('a row of projects is refused', () => {
  const cases: [string, Record<string, string | null>][] = [
    ['missing', { 项目名称: ' 　' }],
    ['missing', { 认定状态: null }],
    ['bad-value', { 项目类型: '人才项目' }],
    ['bad-value', { 人才领办创办: '也许' }],
    ['bad-date', { 注册日期: '3月5日' }],
    ['bad-number', { '实缴资本（万元）': '-1' }],
    ['bad-number', { 计划总投资: '约五千' }],
    ['bad-credit-code', { 统一社会信用代码: '91321283MA1ABCDE2C' }],
    ['unknown-unit', { 责任单位: '江平新区' }],
    ['unknown-unit', { 协作单位: '江平新区 20%' }],
    ['bad-share', { 协作单位: '黄桥开发区' }],
    ['bad-share', { 协作单位: '黄桥开发区 四成' }],
    ['bad-share', { 协作单位: '黄桥开发区 0%' }],
    ['bad-share', { 协作单位: '黄桥开发区 60%、虹桥园区 40%' }],
    ['bad-share', { 协作单位: '高新区 30%' }],
    ['unknown-ref', { 落户平台: '不存在的平台' }],
    ['unknown-ref', { 对接活动: '活9' }],
    ['unknown-ref', { 人才编号: '才9' }],
  ];
  it.each(cases)('as %s: %j', (code, fields) => {
    expect(refused(readSmall({ 项目台账: [fields] }))).toEqual([`3 ${code}`]);
  });

  it('with one code, the first in the order of the table', () => {
    expect(refused(readSmall({ 项目台账: [{ 项目名称: null, 项目类型: '无', 签约日期: '无' }] }))).toEqual(['3 missing']);
    expect(refused(readSmall({ 项目台账: [{ 落户平台: '无', 责任单位: '无', 签约日期: '2021-02-30' }] }))).toEqual(['3 bad-date']);
    expect(refused(readSmall({ 项目台账: [{}, { 项目编号: '项1', 落户平台: '无' }] }))).toEqual(['4 unknown-ref']);
  });

  it('not for a blank in a column that is not bold, shares below 100% or an investment of nothing', () => {
    const fields = { 签约日期: ' ', 统一社会信用代码: '　', 币种: null, 协作单位: '黄桥开发区 60%、虹桥园区39.999%', 计划总投资: '0' };
    expect(refused(readSmall({ 项目台账: [fields] }))).toEqual([]);
  });
});

describe('a number that an earlier row has', () => {
  it('is a duplicate, whether or not that row was refused', () => {
    expect(refused(readSmall({ 项目台账: [{}, { 项目编号: ' 项1' }] }))).toEqual(['4 duplicate-id']);
    expect(refused(readSmall({ 项目台账: [{ 责任单位: '江平新区' }, { 项目编号: '项1' }] }))).toEqual(['3 unknown-unit', '4 duplicate-id']);
  });

  it('is the name for platforms and agencies', () => {
    const reading = readSmall({ 平台台账: [{}, { 平台名称: '平1' }], 中介机构: [{}, { 机构名称: '中1' }] });
    expect(refused(reading, '平台台账')).toEqual(['4 duplicate-id']);
    expect(refused(reading, '中介机构')).toEqual(['4 duplicate-id']);
  });

  it('is no duplicate in another register', () => {
    expect(readSmall({ 项目台账: [{}], 人才台账: [{ 人才编号: '项1' }] }).rejected).toEqual([]);
  });
});

describe('references are resolved over the whole file', () => {
  it('to rows of a sheet that comes later in it', () => {
    const project = { 人才编号: '才1', 对接活动: '活1' };
    const registers = { 投资台账: [{}], 项目台账: [project], 人才台账: [{ 落户平台: '平1' }], 活动台账: [{}], 平台台账: [{}] };
    expect(readSmall(registers).rejected).toEqual([]);
  });

  it('and a refused row is not in the registers, so that one mistake refuses all that lean on it', () => {
    const reading = readSmall({
      平台台账: [{ 所属园区: '江平新区' }], 人才台账: [{ 落户平台: '平1' }], 项目台账: [{ 人才编号: '才1' }], 投资台账: [{}],
    });
    expect(reading.rejected.map((row) => row.code)).toEqual(['unknown-unit', 'unknown-ref', 'unknown-ref', 'unknown-ref']);
  });

  it('to the first row of a number, though a later one is refused as a duplicate', () => {
    const reading = readSmall({ 项目台账: [{}, { 项目编号: '项1' }], 投资台账: [{}] });
    expect(reading.rejected.map((row) => row.code)).toEqual(['duplicate-id']);
  });
});

describe('the same project signed again', () => {
  const first = { 项目名称: '化工助剂项目35', 统一社会信用代码: CODE };
  const again = { 项目名称: ' 化工 助剂项目３５', 统一社会信用代码: CODE };

  it('is refused, after NFKC and without blanks', () => {
    expect(refused(readSmall({ 项目台账: [first, again] }))).toEqual(['4 resigned']);
  });

  it('is no second signing under another code, another name or without a code', () => {
    expect(refused(readSmall({ 项目台账: [first, { ...again, 统一社会信用代码: '913212830000000200' }] }))).toEqual([]);
    expect(refused(readSmall({ 项目台账: [first, { ...again, 项目名称: '项目36' }] }))).toEqual([]);
    expect(refused(readSmall({ 项目台账: [{ ...first, 统一社会信用代码: null }, { ...again, 统一社会信用代码: null }] }))).toEqual([]);
  });

  it('is none where the earlier row is a framework agreement or was refused', () => {
    expect(refused(readSmall({ 项目台账: [{ ...first, 协议类型: '框架协议' }, again] }))).toEqual([]);
    expect(refused(readSmall({ 项目台账: [{ ...first, 落户平台: '无' }, again] }))).toEqual(['3 unknown-ref']);
  });

  it('is one where the later row is a framework agreement or the earlier one is not certified', () => {
    expect(refused(readSmall({ 项目台账: [first, { ...again, 协议类型: '框架协议' }] }))).toEqual(['4 resigned']);
    expect(refused(readSmall({ 项目台账: [{ ...first, 认定状态: '退回' }, again] }))).toEqual(['4 resigned']);
  });

  it('is found through an earlier row that was itself refused as a second signing, since the first one stands', () => {
    expect(refused(readSmall({ 项目台账: [first, again, again] }))).toEqual(['4 resigned', '5 resigned']);
  });
});
