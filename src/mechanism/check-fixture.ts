import { checkPack } from './check.ts';
import { BASE, small } from './fixture.ts';
import type { PackFault } from './read-pack.ts';

/** One of everything that a pack may hold, sound: tests break it in one place each. */
export const RULES = `fields:
  - { subject: project, id: green, label: 绿色项目, type: yes-no }
  - { subject: talent, id: title, label: 职称, type: choice, list: levels }
parameters:
  - { id: size, label: 规模, type: money, clause: k1, question: 多大, readings: [{ value: 100万元, source: 惯例 }] }
  - { id: kinds, label: 计入的类型, type: list, list: types, clause: k1, question: 哪些, readings: [{ value: [甲, 乙], source: 惯例 }] }
  - { id: rate, label: 比例, type: rate, clause: k2, question: 多少, readings: [{ value: 5‰, source: 惯例 }] }
  - { id: lead, label: 谁牵头, type: unit, clause: k2, question: 谁牵头 }
conditions:
  - id: large
    label: 达到规模
    subject: project
    where: { field: planned, atLeast: { param: size } }
measures:
  - id: m.signed
    label: 签约项目
    unit: 个
    clauses: [k1]
    counts:
      - subject: project
        on: [signed, started]
        where:
          all:
            - { use: large }
            - { field: type, in: { param: kinds } }
    owners: [{ credited: share }, { city: true }]
    figures: [{ of: [parks], per: year }, { of: city, per: year }]
  - id: m.led
    label: 领办项目
    unit: 个
    clauses: [k1]
    counts: [{ subject: project, on: signed, where: { field: led, is: true } }]
    owners: [{ city: true }, { reference: platform }]
    figures: [{ of: city, per: year }, { of: { subjects: platform }, per: year }]
  - id: m.offices
    label: 机构
    unit: 家
    clauses: [k2]
    state: { subject: office, opens: opened, closes: closed, where: { field: known, is: true } }
    owners: [{ city: true }]
    figures: [{ of: city, per: year }]
  - id: m.ratio
    label: 比例
    unit: "%"
    clauses: [k1]
    ratio: { of: m.led, over: m.signed, places: 4 }
    figures: [{ of: city, per: year }]
tasks:
  - id: r1
    number: 1
    title: 签约
    brief: 多签项目。
    clauses: [k1]
    lead: [bureau]
    with: [parks]
    targets:
      - { measure: m.signed, of: [parks], per: year, atLeast: 2, stretch: 3, clause: k1 }
awards:
  - id: aw
    label: 奖励
    clauses: [k2]
    payee: 投资方
    subject: project
    dated: signed
    where: { field: led, is: true }
    amount:
      clamp:
        brackets:
          - { from: 0元, to: 1000万元, rate: 3‰ }
          - { from: 1000万元, rate: { param: rate } }
        of: { field: planned }
        marginal: true
      max: 50万元
certification:
  - { subject: project, milestones: [signed], declaredBy: [parks], verify: [bureau], certify: [bureau] }
stateWords: { 已审: certified, 未审: declared }
registers:
  - sheet: 项目表
    subject: project
    keeper: bureau
    columns:
      - { heading: 编号, number: true, required: true }
      - { heading: 单位, unit: true, required: true }
      - { heading: 类型, field: type }
      - { heading: 总投资, field: planned, unitOfAmount: 万元 }
      - { heading: 签约, milestone: signed }
      - { heading: 平台, reference: platform }
      - { heading: 状态, state: true, required: true }
    resigned: { same: [note], where: { field: type, is: 甲 } }
  - sheet: 决定表
    keeper: bureau
    columns: [{ heading: 参数, parameter: true }, { heading: 取值, value: true }, { heading: 生效, from: true }]
cases:
  - name: 达到规模的计入
    clause: k1
    subjects:
      p: { kind: project, fields: { type: 甲, planned: 100万元 }, milestones: { signed: 2021-03-05 }, credits: { east: 0.6, west: 0.4 } }
    expect:
      - { measure: m.signed, of: east, window: "2021", value: 0.6 }
`;

/** A pack with one change: what was found wrong, and the line of a text in the changed pack. */
export function broken(from: string, to: string, rules = RULES, base = BASE): { faults: readonly PackFault[]; cases: { passed: number; failed: number }; lineOf(text: string): { file: string; line: number } } {
  if (rules.split(from).length + base.split(from).length !== 3) throw new Error(`not exactly once in the pack: ${from}`);
  const files = [{ path: 'base.yaml', text: base.replace(from, () => to) }, { path: 'rules.yaml', text: rules.replace(from, () => to) }];
  return {
    ...checkPack(files, small),
    lineOf: (text) => {
      const found = files.flatMap((file) => file.text.split('\n').flatMap((line, index) => (line.includes(text) ? [{ file: file.path, line: index + 1 }] : [])));
      if (found.length === 0) throw new Error(`not in the changed pack: ${text}`);
      return found[0]!;
    },
  };
}
