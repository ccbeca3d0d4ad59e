import { describe, expect, it } from 'vitest';
import { broken, RULES } from './check-fixture.ts';

/** [what is wrong, what is changed, into what, text on the line shown, what is said] */
type Breakage = readonly [what: string, from: string, to: string, at: string, message: string];

const LED = 'counts: [{ subject: project, on: signed, where: { field: led, is: true } }]';
const m = (where: string, message: string): [string, string, string, string] => [LED, LED.replace('{ field: led, is: true }', where), 'where: ' + where, `m.led：${message}`];

const CONDITIONS: Breakage[] = [
  ['an unknown field', ...m('{ field: leading, is: true }', '项目没有“leading”这个字段、里程碑或引用')],
  ['an unknown field of another subject', ...m('{ field: talent.grade, is: 高 }', '人才没有“grade”这个字段、里程碑或引用')],
  ['an unknown reference', ...m('{ field: founder.degree, is: 博士 }', '项目没有引用“founder”')],
  ['outer where nothing is round it', ...m('{ field: outer.led, is: true }', '“outer.led”在这里没有外层对象可读')],
  ['a word that is not in the list', ...m('{ field: type, is: 丁 }', '“丁”不在“类型”的选项之中')],
  ['one such word among several', ...m('{ field: type, in: [甲, 丁] }', '“丁”不在“类型”的选项之中')],
  ['a word for yes or no', ...m('{ field: led, is: 是 }', '“是”不能与“领办”比较')],
  ['a number for money', ...m('{ field: planned, atLeast: 100 }', '“100”不能与“总投资”比较')],
  ['money for a day', ...m('{ field: signed, onOrBefore: 100万元 }', '“100万元”不能与“签约日期”比较')],
  ['a day that does not exist', ...m('{ field: signed, onOrBefore: 2021-02-30 }', '“2021-02-30”不能与“签约日期”比较')],
  ['a number written in words', ...m('{ field: posts, atLeast: 两个 }', '“两个”不能与“岗位数”比较')],
  ['a reference compared with a text', ...m('{ field: talent, is: RC-1 }', '“RC-1”不能与“人才”比较')],
  ['a person compared with a name', ...m('{ field: talent.name, is: 张三 }', '“张三”不能与“人才的姓名”比较')],
  ['an order of words', ...m('{ field: type, atLeast: 甲 }', '“类型”不能用 atLeast 比较')],
  ['before on money', ...m('{ field: planned, before: 1万元 }', '“总投资”不能用 before 比较')],
  ['two fields of different types', ...m('{ field: planned, atLeast: { field: posts } }', '“总投资”与“岗位数”类型不同，不能比较')],
  ['the same year as no day', ...m('{ field: signed, sameYearAs: { field: planned } }', '“签约日期”与“总投资”类型不同，不能比较')],
  ['an undeclared parameter', ...m('{ field: planned, atLeast: { param: sise } }', '没有声明参数“sise”')],
  ['a parameter of another type', ...m('{ field: planned, atLeast: { param: rate } }', '参数“比例”的类型不能用在这里')],
  ['a list of words where one is asked', ...m('{ field: type, is: { param: kinds } }', '参数“计入的类型”的类型不能用在这里')],
  ['one value where a list of words is asked', ...m('{ field: planned, in: { param: size } }', '参数“规模”的类型不能用在这里')],
  ['an undeclared condition', ...m('{ use: big }', '没有名为“big”的条件')],
  ['a condition about another kind', ...m('{ some: { kind: investment, by: project }, where: { use: large } }', '条件“达到规模”说的不是这类对象')],
  ['a list of an unknown kind', ...m('{ some: { kind: invoice, by: project } }', '没有“invoice”这类对象')],
  ['a list by an unknown reference', ...m('{ some: { kind: investment, by: owner } }', '投资没有引用“owner”')],
  ['a list that refers to another kind', ...m('{ some: { kind: talent, by: platform } }', '人才的“platform”不指向项目')],
  ['three steps', ...m('{ some: { kind: investment, by: project }, where: { some: { kind: receipt, by: investment }, where: { field: outer.outer.talent.degree, is: 博士 } } }', '没有“receipt”这类对象')],
  ['a sum of what is no money', ...m('{ sum: { kind: investment, by: project }, of: investor, atLeast: 1万元 }', '“investor”不是金额，不能求和')],
  ['a condition that comes back to itself', 'where: { field: planned, atLeast: { param: size } }', 'where: { not: { use: large } }', '- id: large', 'large：条件“达到规模”绕回到了自己'],
];

const BRACKETS: Breakage[] = [
  ['a gap', 'to: 1000万元, rate: 3‰', 'to: 900万元, rate: 3‰', '- id: aw', 'aw：档次之间有空档：900万元到1000万元没有规定'],
  ['an overlap', 'to: 1000万元, rate: 3‰', 'to: 1100万元, rate: 3‰', '- id: aw', 'aw：档次重叠：1000万元到1100万元属于两档'],
  ['two from the same amount', '{ from: 0元, to: 1000万元, rate: 3‰ }', '{ from: 0元, rate: 3‰ }\n          - { from: 1000万元, rate: 4‰ }', '- id: aw', 'aw：档次重叠：两档都从1000万元开始'],
  ['a wrong order', '{ from: 1000万元, rate: { param: rate } }', '{ from: 1000万元, rate: 4‰ }\n          - { from: 500万元, rate: 5‰ }', '- id: aw', 'aw：档次次序颠倒：500万元排在更高的一档之后'],
  ['nothing below the first', 'from: 0元', 'from: 1元', '- id: aw', 'aw：第一档应从“0元”开始，现从1元开始，其下留有空档'],
  ['nothing above the last', '{ from: 1000万元, rate: { param: rate } }', '{ from: 1000万元, to: 1亿元, rate: 4‰ }', '- id: aw', 'aw：最高一档到1亿元为止，其上留有空档'],
  ['a bracket that pays nothing', '{ from: 0元, to: 1000万元, rate: 3‰ }', '{ from: 0元, to: 1000万元 }', '- id: aw', 'aw：0元一档应写定额或比率之一'],
  ['a marginal bracket with a fixed pay', 'to: 1000万元, rate: 3‰', 'to: 1000万元, pay: 3万元', '- id: aw', 'aw：超额累进的0元一档应写比率'],
  ['a base that is no money', 'of: { field: planned }', 'of: { field: posts }', '- id: aw', 'aw：对象没有金额字段“posts”'],
  ['a sum without items', 'of: { field: planned }', 'of: { sum: amount }', '- id: aw', 'aw：分组条目没有金额字段“amount”'],
  ['a cap by a parameter of another type', 'max: 50万元', 'max: { param: rate }', '- id: aw', 'aw：参数“比例”不是金额'],
  ['a rate by a parameter of another type', 'rate: { param: rate }', 'rate: { param: size }', '- id: aw', 'aw：参数“规模”不是比率'],
  ['a floor above the cap', 'max: 50万元', 'min: 60万元\n      max: 50万元', '- id: aw', 'aw：区间颠倒：60万元 高于 50万元'],
];

/** The whole amount in place of the clamp. */
const AMOUNT = RULES.slice(RULES.indexOf('      clamp:\n'), RULES.indexOf('certification:'));

const AMOUNTS: Breakage[] = ([
  ['a table that lacks a word', 'table: type\n      rows: { 甲: 1万元, 乙: 2万元 }', '分档表缺“丙”一档'],
  ['a table with a word of no list', 'table: type\n      rows: { 甲: 1万元, 丁: 2万元 }\n      otherwise: 0元', '分档表的“丁”不在“类型”的选项之中'],
  ['a table by what is no choice', 'table: posts\n      rows: { 甲: 1万元 }\n      otherwise: 0元', '“posts”不是选项字段，不能作分档表'],
  ['heads that are no number', 'perHead: 1万元\n      heads: { field: planned }', '“planned”不是数字字段'],
  ['items without groups', 'perHead: 1万元\n      heads: items', '奖励没有按条目分组（each），不能按条目数计'],
  ['a step of nothing', 'step: { from: 1万元, every: 0元, pay: 1万元, start: 1万元 }\n      of: { field: planned }', '每一步的大小应大于 0'],
  ['a range upside down', 'range: { min: 10万元, max: 1万元 }', '区间颠倒：10万元 高于 1万元'],
] as const).map(([what, text, message]) => [what, AMOUNT, `      ${text}\n`, '- id: aw', `aw：${message}`]);

describe.each([...CONDITIONS, ...BRACKETS, ...AMOUNTS])('%s', (_, from, to, at, message) => {
  it(`is told at “${at}”: ${message}`, () => {
    const { faults, lineOf } = broken(from, to);
    expect(faults).toContainEqual({ ...lineOf(at), message });
  });
});
