import { describe, expect, it } from 'vitest';
import { broken } from './check-fixture.ts';

type Breakage = readonly [what: string, from: string, to: string, at: string, message: string];

const CASE = '- { measure: m.signed, of: east, window: "2021", value: 0.6 }';
const failing = (to: string, message: string): [string, string, string, string] => [CASE, to, '- name: 达到规模的计入', `达到规模的计入：${message}`];

const IDS: Breakage[] = [
  ['a unit twice', '{ id: north,', '{ id: east,', '北乡', 'east：编号重复'],
  ['a measure twice', 'id: m.led\n', 'id: "m.signed"\n', 'id: "m.signed"', 'm.signed：编号重复'],
  ['two units of one name', 'name: 西园区', 'name: 东园区', 'aliases: [西区]', 'west：名称“东园区”已属于 east'],
  ['an alias that another unit has', 'aliases: [西区]', 'aliases: [北乡]', '{ id: north', 'north：名称“北乡”已属于 west'],
  ['a unit called city', '{ id: north,', '{ id: city,', '北乡', 'city：“city”指全市，不能作单位编号'],
  ['a unit that merged into none', 'name: 北乡, kind: township', 'name: 北乡, kind: township, mergedInto: { unit: south, on: 2022-01-01 }', '北乡', 'north：没有单位“south”'],
  ['a unit that merged into itself', 'name: 北乡, kind: township', 'name: 北乡, kind: township, mergedInto: { unit: north, on: 2022-01-01 }', '北乡', 'north：单位不能并入自己'],
  ['a validity upside down', 'name: 北乡, kind: township', 'name: 北乡, kind: township, from: 2022-01-01, to: 2021-01-01', '北乡', 'north：有效期的起日晚于止日'],
  ['a group of an unknown unit', 'members: [east, west]', 'members: [east, south]', 'members: [east, south]', 'parks：没有单位“south”'],
  ['a group with the id of a unit', '{ id: parks,', '{ id: east,', 'members: [east, west]', 'east：“east”已是单位的编号'],
  ['a measure on an unknown clause', 'unit: 家\n    clauses: [k2]', 'unit: 家\n    clauses: [k3]', 'clauses: [k3]', 'm.offices：没有条款“k3”'],
  ['a parameter on an unknown clause', 'label: 谁牵头, type: unit, clause: k2', 'label: 谁牵头, type: unit, clause: k9', 'clause: k9', 'lead：没有条款“k9”'],
  ['a case on an unknown clause', '达到规模的计入\n    clause: k1', '达到规模的计入\n    clause: k9', 'clause: k9', '达到规模的计入：没有条款“k9”'],
  ['a ratio of a ratio', 'ratio: { of: m.led, over', 'ratio: { of: m.ratio, over', 'of: m.ratio', 'm.ratio：“m.ratio”不是可以相除的指标'],
  ['a ratio of nothing', 'ratio: { of: m.led, over', 'ratio: { of: m.lead, over', 'of: m.lead', 'm.ratio：“m.lead”不是可以相除的指标'],
  ['a figure of an unknown unit', 'figures: [{ of: [parks], per: year }', 'figures: [{ of: [park], per: year }', 'of: [park]', 'm.signed：没有单位或单位组“park”'],
  ['a missing list', 'list: types, clause: k1', 'list: sorts, clause: k1', 'list: sorts', 'kinds：没有清单“sorts”'],
  ['the words of a missing list', '  types: [甲, 乙, 丙]\n', '', 'id: kinds', 'kinds：没有清单“types”'],
  ['a missing list of a field of the pack', 'type: choice, list: levels }', 'type: choice, list: ranks }', '职称', 'title：选项字段“职称”要写明 lists 中的一个清单'],
  ['a field that the subject has already', 'id: green,', 'id: led,', '绿色项目', 'led：项目已有“led”，请换一个编号'],
  ['a field of an unknown kind', '{ subject: project, id: green,', '{ subject: projects, id: green,', '绿色项目', 'green：没有“projects”这类对象'],
  ['a currency that no register knows', 'platform: 小城平台,', 'platform: 小城平台, exchange: { 欧元: size },', '欧元', '清单 currencies 中没有“欧元”'],
  ['a rate that is no number', 'platform: 小城平台,', 'platform: 小城平台, exchange: { 欧元: size },', '欧元', '“size”不是 number 类型的参数，不能作欧元的汇率'],
  ['a reading of another type', 'value: 5‰', 'value: 5元', '5元', 'rate：“5元”不是rate类型的取值'],
  ['a reading with a word of no list', 'value: [甲, 乙]', 'value: [甲, 丁]', '[甲, 丁]', 'kinds：“丁”不在清单 types 中'],
];

const FIGURES: Breakage[] = [
  ['figures of an unknown kind', 'of: { subjects: platform }', 'of: { subjects: platforms }', 'subjects: platforms', 'm.led：没有“platforms”这类对象'],
  ['figures of units that no posting credits', 'of: { subjects: platform }', 'of: [parks]', 'of: [parks], per: year }]', 'm.led：“领办项目”不记到单位名下（owners），这里出的数会总是 0'],
  ['figures of a city that no posting credits', 'owners: [{ credited: share }, { city: true }]', 'owners: [{ credited: share }]', 'figures: [{ of: [parks]', 'm.signed：“签约项目”不记到全市名下（owners），这里出的数会总是 0'],
  ['figures of subjects that no reference names', '{ reference: platform }', '{ reference: talent }', 'subjects: platform', 'm.led：“领办项目”不记到每个platform名下（owners），这里出的数会总是 0'],
  ['a ratio for units that its parts do not credit', 'places: 4 }\n    figures: [{ of: city, per: year }]', 'places: 4 }\n    figures: [{ of: [parks], per: year }]', '    figures: [{ of: [parks], per: year }]', 'm.ratio：“领办项目”不记到单位名下（owners），这里出的数会总是 0'],
  ['a union printed in other windows than its own', 'figures: [{ of: [parks], per: year }', 'figures: [{ of: [parks], per: month }', 'per: month', 'm.signed：“签约项目”按 year 合并计数（unionPer），不能按 month 出数'],
  ['an owner by an unknown reference', '{ reference: platform }', '{ reference: park }', 'counts: [{ subject: project, on: signed', 'm.led：项目没有引用“park”'],
  ['an unknown milestone', 'on: [signed, started]', 'on: [signed, begun]', '- subject: project', 'm.signed：项目没有里程碑“begun”'],
  ['a state of an unknown kind', 'state: { subject: office,', 'state: { subject: bureau,', 'state: { subject: bureau', 'm.offices：没有“bureau”这类对象'],
];

const TARGET = '{ measure: m.signed, of: [parks], per: year, atLeast: 2, stretch: 3, clause: k1 }';
const TASKS: Breakage[] = [
  ['a target for a unit that the task does not name', 'with: [parks]', 'with: [east]', TARGET, 'r1：目标落在“west”，而任务没有点名这个单位'],
  ['a target on an unknown measure', 'measure: m.signed, of: [parks]', 'measure: m.sined, of: [parks]', 'm.sined', 'r1：没有指标“m.sined”'],
  ['a target in windows that are not printed', TARGET, TARGET.replace('year', 'half'), 'per: half', 'r1：指标“m.signed”不按此单位和周期出数，目标无从对照'],
  ['a target for units that are not printed', TARGET, TARGET.replace('[parks]', '[bureau]'), 'of: [bureau]', 'r1：指标“m.signed”不按此单位和周期出数，目标无从对照'],
  ['a target on an unknown clause', TARGET, TARGET.replace('k1', 'k9'), 'clause: k9', 'r1：没有条款“k9”'],
  ['a stretch below the floor', TARGET, TARGET.replace('stretch: 3', 'stretch: 1'), 'stretch: 1', 'r1：争取数低于保底数'],
  ['a target by an undeclared parameter', TARGET, TARGET.replace('atLeast: 2, stretch: 3', 'atLeast: { param: goal }'), 'param: goal', 'r1：没有声明参数“goal”'],
  ['no lead, and no decision that will name one', 'lead: [bureau]', 'lead: []', '- id: r1', 'r1：没有牵头单位，应写明等待哪项决定（leadOpen）'],
  ['a lead that awaits an undeclared decision', 'lead: [bureau]', 'lead: []\n    leadOpen: leader', 'leadOpen: leader', 'r1：没有声明参数“leader”'],
  ['an unknown unit', 'lead: [bureau]', 'lead: [buro]', '- id: r1', 'r1：没有单位或单位组“buro”'],
];

const CASES: Breakage[] = [
  ['a figure that comes out otherwise', ...failing(CASE.replace('0.6', '1'), 'm.signed east 2021 得 0.6，应为 1')],
  ['a doubt that comes out otherwise', ...failing(CASE.replace('0.6', '0.6, doubt: 1'), 'm.signed east 2021 存疑 0，应为 1')],
  ['a figure of no measure', ...failing(CASE.replace('m.signed', 'm.sined'), '期望中的指标或时段不存在：m.sined 2021')],
  ['a figure of no unit', ...failing(CASE.replace('of: east', 'of: south'), '没有单位或对象“south”')],
  ['an award that comes out otherwise', ...failing('- { award: aw, case: p, year: 2021, outcome: yes }', 'aw p 2021 得 unknown，应为 yes')],
  ['an amount that comes out otherwise', ...failing('- { award: aw, case: p, year: 2021, outcome: unknown, max: 1万元 }', 'aw p 的 max 得 300000 分，应为 1万元')],
  ['an unknown award', ...failing('- { award: az, case: p, year: 2021, outcome: none }', '没有奖励“az”')],
  ['a field that is none', 'planned: 100万元 }', 'plan: 100万元 }', '- name: 达到规模的计入', '达到规模的计入：案例无法运行：项目没有字段“plan”'],
  ['a word of no list', 'fields: { type: 甲,', 'fields: { type: 丁,', '- name: 达到规模的计入', '达到规模的计入：案例无法运行：“类型”不能写“丁”'],
  ['shares that are not the whole', 'west: 0.4', 'west: 0.3', '- name: 达到规模的计入', '达到规模的计入：案例无法运行：各单位的份额相加应为 1'],
  ['a credit of no unit', 'west: 0.4', 'south: 0.4', '- name: 达到规模的计入', '达到规模的计入：案例无法运行：没有单位“south”'],
  ['a reference to nothing', 'milestones: { signed: 2021-03-05 }', 'references: { talent: t }, milestones: { signed: 2021-03-05 }', '- name: 达到规模的计入', '达到规模的计入：案例无法运行：案例里没有“t”，或它不是“人才”所指的一类'],
  ['a milestone that is none', 'milestones: { signed: 2021-03-05 }', 'milestones: { sealed: 2021-03-05 }', '- name: 达到规模的计入', '达到规模的计入：案例无法运行：项目没有里程碑“sealed”'],
  ['a decision on nothing', '达到规模的计入\n    clause: k1\n', '达到规模的计入\n    clause: k1\n    decisions: [{ param: sise, value: 1万元, from: 2021-01-01 }]\n', '- name: 达到规模的计入', '达到规模的计入：案例无法运行：没有声明参数“sise”'],
  ['a decision of another type', '达到规模的计入\n    clause: k1\n', '达到规模的计入\n    clause: k1\n    decisions: [{ param: size, value: 很大, from: 2021-01-01 }]\n', '- name: 达到规模的计入', '达到规模的计入：案例无法运行：“很大”不能作为“规模”的取值'],
];

describe.each([...IDS, ...FIGURES, ...TASKS, ...CASES])('%s', (_, from, to, at, message) => {
  it(`is told at “${at}”: ${message}`, () => {
    const { faults, lineOf } = broken(from, to);
    expect(faults).toContainEqual({ ...lineOf(at), message: expect.stringContaining(message) as string });
  });
});

it('a case that fails is counted', () => {
  expect(broken(CASE, CASE.replace('0.6', '1')).cases).toEqual({ passed: 0, failed: 1 });
});
