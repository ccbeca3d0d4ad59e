import { describe, expect, it } from 'vitest';
import { award, type Fields, readSmall } from './small-registers.ts';

/** registers.md, "Readings", second table. */
describe('t7.2, to an investor', () => {
  const amount = (investments: Fields[], project: Fields = { 项目类型: '人才创业项目' }) =>
    award(readSmall({ 项目台账: [project], 投资台账: investments }), 't7.2', '项1|某机构');

  it('is 5‰ of the year\'s sum, rounded half up to the fen', () => {
    expect(amount([{}])).toBe('yes 5000000');
    expect(amount([{ '实际投资额（万元）': '4930.0001' }])).toBe('yes 24650001');
    expect(amount([{ '实际投资额（万元）': '4930.000099' }])).toBe('yes 24650000');
    expect(amount([{ '实际投资额（万元）': '10.0001' }, { '实际投资额（万元）': '10.0001' }])).toBe('yes 100001');
  });

  it('is at most 200万元', () => {
    expect(amount([{ '实际投资额（万元）': '39,999.99' }])).toBe('yes 199999950');
    expect(amount([{ '实际投资额（万元）': '4亿' }])).toBe('yes 200000000');
    expect(amount([{ '实际投资额（万元）': '3亿' }, { '实际投资额（万元）': '3亿' }])).toBe('yes 200000000');
  });

  it.each([{ 资金性质: '财政资金' }, { 以投带引: '否' }, { 到账日期: '2022-01-01' }, { 认定状态: '初核' }])('not for %j', (fields) => {
    expect(amount([fields])).toBeUndefined();
    expect(amount([{}, fields])).toBe('yes 5000000');
  });

  it('only for certified talent projects, of either agreement', () => {
    expect(amount([{}], { 项目类型: '人才产业化项目', 协议类型: '框架协议' })).toBe('yes 5000000');
    expect(amount([{}], { 项目类型: '产业项目' })).toBeUndefined();
    expect(amount([{}], { 项目类型: '人才创业项目', 认定状态: '申报' })).toBeUndefined();
  });
});

const SELECTED: Fields = { 入选计划: '某计划', 计划级别: '泰州市级', 入选日期: '2021-12-31', 引荐方: '某人', 引荐登记日期: '2021-05-20' };

describe('t4.2, to an introducer', () => {
  const verdict = (fields: Fields) => award(readSmall({ 人才台账: [{ ...SELECTED, ...fields }] }), 't4.2', '才1');
  const yes = 'yes 1000000–10000000';

  it('for a full-time doctor with an employer, or a founder with a 硕士 or 博士', () => {
    expect(verdict({})).toBe(yes);
    expect(verdict({ 人才类型: '创业', 学历: '硕士', 引进方式: '柔性', 用人单位: null })).toBe(yes);
    expect(verdict({ 人才类型: null })).toBe(yes);
  });

  it.each([
    { 引荐登记日期: '2021-05-21' }, { 引荐登记日期: null }, { 学历: '硕士' }, { 引进方式: '柔性' }, { 用人单位: ' ' },
    { 人才类型: '创业', 学历: '本科' }, { 计划级别: '泰兴市级' }, { 计划级别: null, 学历: '硕士' },
  ])('is no for %j', (fields) => {
    expect(verdict(fields)).toBe('no');
  });

  it('is unknown where only the level is blank', () => {
    expect(verdict({ 计划级别: null })).toBe('unknown 1000000–10000000');
  });

  it.each([{ 引荐方: null }, { 入选计划: null }, { 入选日期: null }, { 入选日期: '2022-01-01' }, { 认定状态: '初核' }])('is no case with %j', (fields) => {
    expect(verdict(fields)).toBeUndefined();
  });
});

describe('t6.2, to a founder', () => {
  const verdict = (fields: Fields, project: Fields = {}) =>
    award(readSmall({ 人才台账: [{ ...SELECTED, 人才类型: '创业', ...fields }], 项目台账: [{ 人才编号: '才1', ...project }] }), 't6.2', '才1');

  it('for whom a certified project of any type and agreement carries the number', () => {
    expect(verdict({ 学历: '本科' }, { 协议类型: '框架协议', 签约日期: null })).toBe('yes 30000000–500000000');
    expect(verdict({}, { 认定状态: '初核' })).toBeUndefined();
    expect(verdict({}, { 人才编号: null })).toBeUndefined();
    expect(verdict({ 人才类型: '创新' })).toBeUndefined();
  });

  it('is unknown where the level is blank and no where it is too low', () => {
    expect(verdict({ 计划级别: null })).toBe('unknown 30000000–500000000');
    expect(verdict({ 计划级别: '泰兴市级' })).toBe('no');
  });
});
