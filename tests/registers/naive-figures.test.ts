import { describe, expect, it } from 'vitest';
import { figure, readSmall } from './small-registers.ts';

const STARTUP = { 项目类型: '人才创业项目', 注册日期: '2021-06-30', 落户平台: '平1', 人才编号: '才1' };

/** registers.md, "Readings". */
describe('a1.landings', () => {
  const landings = (registers: Parameters<typeof readSmall>[0]) => figure(readSmall({ 平台台账: [{}], ...registers }), 'a1.landings', '平1');

  it('counts startups of either agreement and high-level talents', () => {
    expect(landings({ 人才台账: [{}], 项目台账: [{ ...STARTUP, 协议类型: '框架协议' }] })).toBe(1);
    expect(landings({ 人才台账: [{ 落户平台: '平1' }] })).toBe(1);
    expect(landings({ 人才台账: [{ 落户平台: '平1', 学历: '硕士', 计划级别: '泰州市级', 入选日期: '2022-05-01' }] })).toBe(1);
    expect(landings({ 人才台账: [{ 落户平台: '平1', 学历: '硕士', 计划级别: '泰兴市级' }] })).toBe(0);
  });

  it('leaves out a talent whose startup is counted on the same platform', () => {
    expect(landings({ 人才台账: [{ 落户平台: '平1' }], 项目台账: [STARTUP] })).toBe(1);
    expect(landings({ 人才台账: [{ 落户平台: '平1' }], 项目台账: [{ ...STARTUP, 注册日期: '2022-01-01' }] })).toBe(1);
    expect(landings({ 人才台账: [{ 落户平台: '平1' }], 项目台账: [{ ...STARTUP, 认定状态: '初核' }] })).toBe(1);
  });

  it('is listed for certified platforms only', () => {
    expect(landings({ 平台台账: [{ 认定状态: '申报' }] })).toBeUndefined();
    expect(landings({})).toBe(0);
  });
});

describe('activities', () => {
  const visit = { 类型: '产学研对接', 高校院所: '某大学' };

  it('a2.visits credits each host once in its quarter', () => {
    const shared = { ...visit, 主办单位: '经开区', 联办单位: '黄桥镇、泰兴经济开发区', 举办日期: '2021.6.30' };
    const reading = readSmall({ 活动台账: [shared, { ...visit, 高校院所: null }] });
    expect(figure(reading, 'a2.visits', '泰兴经济开发区', '2021Q2')).toBe(1);
    expect(figure(reading, 'a2.visits', '黄桥镇', '2021Q2')).toBe(1);
    expect(figure(reading, 'a2.visits', '黄桥镇', '2021Q3')).toBe(0);
    expect(figure(reading, 'a2.visits', '科技局', '2021Q2')).toBe(0);
  });

  it('a9.sessions counts roadshows and matching; the city counts an activity with several hosts once', () => {
    const sessions = [{ 主办单位: '高新区', 联办单位: '科技局' }, { 类型: '人才资本对接', 主办单位: '根思乡' }];
    const reading = readSmall({ 活动台账: [...sessions, { 类型: '招商推介' }, { 认定状态: '初核' }] });
    expect(figure(reading, 'a9.sessions', '泰兴高新区', '2021B3')).toBe(1);
    expect(figure(reading, 'a9.sessions', '科技局', '2021Q2')).toBe(1);
    expect(figure(reading, 'a9.sessions', '泰兴市')).toBe(2);
  });

  it('two months are calendar pairs', () => {
    const reading = readSmall({ 活动台账: [{ 主办单位: '高新区', 举办日期: '2024-02-29' }, { 主办单位: '高新区', 举办日期: '2024-03-01' }] }, 2024);
    expect(figure(reading, 'a9.sessions', '泰兴高新区', '2024B1')).toBe(1);
    expect(figure(reading, 'a9.sessions', '泰兴高新区', '2024B2')).toBe(1);
  });

  it('a9.landings: a session of any year, held on or before the registration', () => {
    const startup = { 项目类型: '人才创业项目', 协议类型: '框架协议', 注册日期: '2021-06-30', 对接活动: '活1' };
    const landings = (held: string, fields: Record<string, string> = {}) =>
      figure(readSmall({ 活动台账: [{ 举办日期: held, ...fields }], 项目台账: [startup] }), 'a9.landings', '泰兴市');
    expect(landings('2021-06-30')).toBe(1);
    expect(landings('2019-06-30')).toBe(1);
    expect(landings('2021-07-01')).toBe(0);
    expect(landings('2021-06-30', { 类型: '产学研对接' })).toBe(0);
    expect(landings('2021-06-30', { 认定状态: '申报' })).toBe(0);
  });

  it('a13 and a16 count meetings by half-year, trainings and races', () => {
    const meetings = [{ 类型: '联席会议', 举办日期: '20210630' }, { 类型: '联席会议', 举办日期: '20210701' }];
    const reading = readSmall({ 活动台账: [...meetings, { 类型: '专题培训' }, { 类型: '百日赛' }] });
    expect(figure(reading, 'a13.meetings', '泰兴市', '2021H1')).toBe(1);
    expect(figure(reading, 'a13.meetings', '泰兴市', '2021H2')).toBe(1);
    expect(figure(reading, 'a16.trainings', '泰兴市')).toBe(1);
    expect(figure(reading, 'a16.races', '泰兴市')).toBe(1);
  });
});

it('a6.agencies have their office at the year\'s end', () => {
  const opened = [{ 设点日期: '2021-12-31' }, { 设点日期: '2022-01-01' }, { 设点日期: null }];
  const agencies = [...opened, { 撤点日期: '2021-12-31' }, { 撤点日期: '2022-01-01' }, { 国内知名: '否' }];
  expect(figure(readSmall({ 中介机构: agencies }), 'a6.agencies', '泰兴市')).toBe(2);
});

describe('s3: signed and started projects', () => {
  it('credits each unit by its share, exactly, and the city once', () => {
    const reading = readSmall({ 项目台账: [{ 协作单位: '黄桥开发区 33.3%、经开区 0.1%' }, {}, {}] });
    expect(figure(reading, 's3.signed', '泰兴高新区')).toBe(2.666);
    expect(figure(reading, 's3.signed', '黄桥经济开发区')).toBe(0.333);
    expect(figure(reading, 's3.signed', '泰兴市')).toBe(3);
  });

  it('takes a project that was signed and started once, and one signed before and started now', () => {
    const formal = [{ 开工日期: '2021-12-31' }, { 签约日期: '2020-12-31', 开工日期: '2021-01-01' }];
    const reading = readSmall({ 项目台账: [...formal, { 协议类型: '框架协议', 开工日期: '2021-05-05' }] });
    expect(figure(reading, 's3.signed', '泰兴市')).toBe(1);
    expect(figure(reading, 's3.started', '泰兴市')).toBe(2);
    expect(figure(reading, 's3.signedOrStarted', '泰兴市')).toBe(2);
  });

  it('the ratio is of 人才领办创办 是 alone, rounded half up to four places, null without projects', () => {
    const led = { 人才领办创办: '是' };
    expect(figure(readSmall({ 项目台账: [led, led, {}] }), 's3.ratio', '泰兴市')).toBe(0.6667);
    expect(figure(readSmall({ 项目台账: [{ 项目类型: '人才创业项目', 人才领办创办: '否' }] }), 's3.ratio', '泰兴市')).toBe(0);
    expect(figure(readSmall({ 项目台账: [{}] }), 's3.ratio', '黄桥经济开发区')).toBeNull();
  });

  it('a5.projects takes formal 人才产业化项目 by share', () => {
    const type = { 项目类型: '人才产业化项目' };
    const reading = readSmall({ 项目台账: [{ ...type, 协作单位: '虹桥园区 30%' }, { ...type, 协议类型: '框架协议' }] });
    expect(figure(reading, 'a5.projects', '泰兴高新区')).toBe(0.7);
  });
});

describe('s3.yi', () => {
  const decisions = [{ 取值: '600', 生效日期: '2021-07-01' }, { 取值: { number: '800' }, 生效日期: '2021-01-01' }];
  const yi = (...projects: Record<string, string>[]) => figure(readSmall({ 口径: decisions, 项目台账: projects }), 's3.yi', '泰兴市');
  const startup = { 项目类型: '人才创业项目', 签约日期: '2020-05-20' };

  it('by size', () => {
    expect(yi({ 计划总投资: '1亿' })).toBe(1);
    expect(yi({ 计划总投资: '9,999.9999' })).toBe(0);
    expect(yi({ 计划总投资: '1000万美元', 币种: '美元' })).toBe(1);
    expect(yi({ 计划总投资: '999.9999', 币种: '美元' })).toBe(0);
    expect(yi({ 计划总投资: '1亿', 协议类型: '框架协议' })).toBe(0);
  });

  it('by capital paid in, against the threshold of the day of registration', () => {
    expect(yi({ ...startup, 注册日期: '2021-06-30', '实缴资本（万元）': '799.9999' })).toBe(0);
    expect(yi({ ...startup, 注册日期: '2021-06-30', '实缴资本（万元）': '800' })).toBe(1);
    expect(yi({ ...startup, 注册日期: '2021-07-01', '实缴资本（万元）': '600' })).toBe(1);
    expect(yi({ ...startup, 注册日期: '2020-12-31', '实缴资本（万元）': '6000' })).toBe(0);
    expect(yi({ ...startup, 项目类型: '产业项目', 注册日期: '2021-07-01', '实缴资本（万元）': '600' })).toBe(0);
  });

  it('leaves a startup that is big by size to its year of signing', () => {
    expect(yi({ ...startup, 计划总投资: '1亿', 注册日期: '2021-07-01', '实缴资本（万元）': '900' })).toBe(0);
    expect(yi({ ...startup, 计划总投资: '1亿', 签约日期: '2021-05-20', 注册日期: '2021-07-01', '实缴资本（万元）': '900' })).toBe(1);
  });

  it('takes nobody before the first threshold', () => {
    const early = { ...startup, 注册日期: '2021-03-31', '实缴资本（万元）': '900' };
    const reading = readSmall({ 口径: [{ 取值: '1', 生效日期: '2021-04-01' }], 项目台账: [early] });
    expect(figure(reading, 's3.yi', '泰兴市')).toBe(0);
  });
});
