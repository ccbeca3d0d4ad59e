import { describe, expect, it } from 'vitest';
import { broken } from './check-fixture.ts';

type Breakage = readonly [what: string, from: string, to: string, at: string, message: string];

const REGISTERS: Breakage[] = [
  ['a sheet twice', 'sheet: 决定表', 'sheet: "项目表"', '"项目表"', '项目表：表名重复'],
  ['an unknown keeper', 'subject: project\n    keeper: bureau', 'subject: project\n    keeper: office', '- sheet: 项目表', '项目表：没有单位“office”'],
  ['a kind that is none', 'subject: project\n    keeper: bureau', 'subject: projekt\n    keeper: bureau', '- sheet: 项目表', '项目表：没有“projekt”这类对象'],
  ['no number', 'number: true, required: true', 'field: note, required: true', '- sheet: 项目表', '项目表：要有且只有一列是项目编号'],
  ['two numbers', '{ heading: 类型, field: type }', '{ heading: 类型, number: true }', '- sheet: 项目表', '项目表：要有且只有一列是项目编号'],
  ['no state', '      - { heading: 状态, state: true, required: true }\n', '', '- sheet: 项目表', '项目表：认定状态或来自一列，或由 state 写明，二者取一'],
  ['a state of its own beside its column', 'subject: project\n    keeper: bureau', 'subject: project\n    keeper: bureau\n    state: 已审', '- sheet: 项目表', '项目表：认定状态或来自一列，或由 state 写明，二者取一'],
  ['a state that is no word', '      - { heading: 状态, state: true, required: true }\n', '    state: 通过\n', '- sheet: 项目表', '项目表：stateWords 没有“通过”'],
  ['a heading twice', '{ heading: 类型, field: type }', '{ heading: 单位, field: type }', '{ heading: 单位, field: type }', '项目表：列名“单位”重复'],
  ['an alias that is another heading', '{ heading: 类型, field: type }', '{ heading: 类型, aliases: [单位], field: type }', '{ heading: 类型', '项目表：列名“单位”重复'],
  ['a column to no field', 'field: type }', 'field: kind }', '{ heading: 类型', '项目表：项目没有字段“kind”'],
  ['a column to no milestone', '{ heading: 签约, milestone: signed }', '{ heading: 签约, milestone: sealed }', '{ heading: 签约', '项目表：项目没有里程碑“sealed”'],
  ['a column to no reference', '{ heading: 平台, reference: platform }', '{ heading: 平台, reference: park }', '{ heading: 平台', '项目表：项目没有引用“park”'],
  ['money without what it is in', ', unitOfAmount: 万元', '', '{ heading: 总投资', '项目表：金额列“总投资”要写明单位 unitOfAmount'],
  ['a credit code that is no text', '{ heading: 类型, field: type }', '{ heading: 类型, field: type, creditCode: true }', '{ heading: 类型', '项目表：信用代码列应是文字'],
  ['a choice without its list', '  types: [甲, 乙, 丙]\n', '', '{ heading: 类型', '项目表：“类型”的清单 types 没有写在 lists 中'],
  ['what is the same again, by no field', 'same: [note]', 'same: [code]', '- sheet: 项目表', '项目表：项目没有字段“code”'],
  ['what is the same again, by a condition that cannot be read', 'where: { field: type, is: 甲 }', 'where: { field: type, is: 丁 }', 'resigned:', '项目表：“丁”不在“类型”的选项之中'],
  ['what is the same again, by a parameter', 'where: { field: type, is: 甲 }', 'where: { field: type, in: { param: kinds } }', 'resigned:', '项目表：没有声明参数“kinds”'],
  ['decisions without their value', '{ heading: 取值, value: true }, ', '', '- sheet: 决定表', '决定表：口径表要有一列对应 value'],
];

const CERTIFICATION: Breakage[] = [
  ['of a kind that is none', '- { subject: project, milestones', '- { subject: projekt, milestones', 'subject: projekt', '没有“projekt”这类对象'],
  ['of a milestone that is none', 'milestones: [signed]', 'milestones: [sealed]', 'milestones: [sealed]', '项目没有里程碑“sealed”'],
  ['by a unit that is none', 'verify: [bureau]', 'verify: [buro]', 'verify: [buro]', '没有单位“buro”'],
  ['by a group', 'verify: [bureau]', 'verify: [parks]', 'verify: [parks]', '没有单位“parks”'],
  ['declared by nobody', 'declaredBy: [parks]', 'declaredBy: [park]', 'declaredBy: [park]', '没有单位或单位组“park”'],
  ['on a condition that cannot be read', 'declaredBy: [parks],', 'declaredBy: [parks], where: { field: leading, is: true },', 'declaredBy: [parks]', '项目没有“leading”这个字段、里程碑或引用'],
];

describe.each([...REGISTERS, ...CERTIFICATION])('%s', (_, from, to, at, message) => {
  it(`is told at “${at}”: ${message}`, () => {
    const { faults, lineOf } = broken(from, to);
    expect(faults).toContainEqual({ ...lineOf(at), message: expect.stringContaining(message) as string });
  });
});
