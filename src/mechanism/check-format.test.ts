import { describe, expect, it } from 'vitest';
import { checkPack } from './check.ts';
import { broken, RULES } from './check-fixture.ts';
import { BASE, small } from './fixture.ts';

/** What is changed, where the fault is shown, and what is said of it. */
interface Breakage {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** Text on the line where the fault is shown. */
  readonly at: string;
  readonly message: string;
}

const FORMAT: Breakage[] = [
  { what: 'a field that the format does not know', from: 'payee: 投资方', to: 'payee: 投资方\n    payer: 财政局', at: 'payer: 财政局', message: '没有这样的字段：payer' },
  { what: 'a misspelt key of a file', from: 'stateWords:', to: 'stateword:', at: 'stateword:', message: '没有这样的字段：stateword' },
  { what: 'a measure without clause', from: '    unit: 家\n    clauses: [k2]\n', to: '    unit: 家\n', at: '- id: m.offices', message: '缺少这一项' },
  { what: 'a measure with an empty list of clauses', from: '    unit: 家\n    clauses: [k2]\n', to: '    unit: 家\n    clauses: []\n', at: 'clauses: []', message: '指标必须写明条款' },
  { what: 'an award without clause', from: 'label: 奖励\n    clauses: [k2]', to: 'label: 奖励\n    clauses: []', at: 'clauses: []', message: '奖励必须写明条款' },
  { what: 'an unknown period', from: 'figures: [{ of: [parks], per: year }, { of: city, per: year }]', to: 'figures:\n      - { of: [parks], per: year }\n      - { of: city, per: week }', at: 'per: week', message: '只能是：year、half、quarter、pair、month' },
  { what: 'an id with a blank', from: 'id: large', to: 'id: "large one"', at: 'large one', message: '编号只能用字母、数字、点和连字符，并以字母开头' },
  { what: 'two comparisons in one condition', from: 'field: planned, atLeast: { param: size }', to: 'field: planned, atLeast: { param: size }, lessThan: 9万元', at: 'lessThan', message: '一个条件只写一种比较' },
  { what: 'no comparison at all', from: 'where: { field: planned, atLeast: { param: size } }', to: 'where: { field: planned }', at: 'where: { field: planned }', message: '一个条件只写一种比较' },
  { what: 'a path of three steps', from: 'field: planned, atLeast', to: 'field: talent.platform.high, atLeast', at: 'talent.platform.high', message: '应为字段、里程碑或“引用.字段”' },
  { what: 'money without its unit', from: 'max: 50万元', to: 'max: "500000"', at: '"500000"', message: '应为金额，写成“200万元”' },
  { what: 'a rate without its sign', from: 'rate: 3‰', to: 'rate: 0.003', at: 'rate: 0.003', message: '类型不对，应为 string' },
  { what: 'a day that does not exist', from: 'readings: [{ value: 5‰, source: 惯例 }]', to: 'readings: [{ value: 5‰, from: 2021-02-29, source: 惯例 }]', at: '2021-02-29', message: '应为存在的日期，写成 2021-03-05' },
  { what: 'a unit of no kind', from: 'name: 北乡, kind: township', to: 'name: 北乡, kind: village', at: '北乡', message: '只能是：park、township、department' },
  { what: 'a column with two goals', from: '{ heading: 类型, field: type }', to: '{ heading: 类型, field: type, milestone: signed }', at: '{ heading: 类型', message: '一列只能对应一项内容' },
  { what: 'an award dated twice', from: 'dated: signed\n', to: 'dated: signed\n    each: { kind: investment, by: project, group: investor, dated: arrived }\n', at: '- id: aw', message: '奖励按对象的里程碑或按分组条目的里程碑定年，二者取一' },
  { what: 'another version of the format', from: 'format: 1', to: 'format: 2', at: 'format: 2', message: '只能是：1' },
  { what: 'a list that is none', from: 'groups:\n  - { id: parks, name: 各园区, members: [east, west] }', to: 'groups: 各园区', at: 'groups: 各园区', message: '类型不对，应为 array' },
  { what: 'a missing city', from: 'city: { id: small, name: 小城, platform: 小城平台, document: { title: 试行意见 } }', to: '', at: '', message: '缺少这一项' },
];

describe.each(FORMAT)('$what', ({ from, to, at, message }) => {
  it(`is told at “${at}”: ${message}`, () => {
    const { faults, lineOf } = broken(from, to);
    const place = at === '' ? { file: '（整个包）', line: 0 } : lineOf(at);
    expect(faults).toContainEqual({ ...place, message: expect.stringContaining(message) as string });
  });
});

describe('files', () => {
  const check = (...more: string[]) => checkPack([{ path: 'a.yaml', text: BASE }, ...more.map((text, index) => ({ path: `more-${index}.yaml`, text }))], small).faults;

  it('the whole pack is sound, and its case passes', () => {
    const { mechanism, faults, cases } = checkPack([{ path: 'a.yaml', text: BASE }, { path: 'b.yaml', text: RULES }], small);
    expect({ faults, cases, sound: mechanism !== undefined }).toEqual({ faults: [], cases: { passed: 1, failed: 0 }, sound: true });
  });

  it.each([
    ['a bracket that is not closed', 'tasks:\n  - { id: r1, number: 1\n', { file: 'more-0.yaml', line: 3, message: 'YAML 写法有误' }],
    ['a tab', 'tasks:\n\t- id: r1\n', { file: 'more-0.yaml', line: 2, message: 'YAML 写法有误' }],
    ['a key twice', 'fields: []\ntasks: []\nfields: []\n', { file: 'more-0.yaml', line: 3, message: 'Map keys must be unique' }],
    ['a text that begins with *', 'conditions:\n  - { id: a, label: *重要, subject: project, where: { field: led, is: true } }\n', { file: 'more-0.yaml', line: 2, message: '以 * 开头的文字要加引号' }],
    ['a file that is a list', '- a\n- b\n', { file: 'more-0.yaml', line: 1, message: '文件的最外层应是“键: 值”' }],
    ['a scalar key that another file has', '# comment\nformat: 1\n', { file: 'more-0.yaml', line: 2, message: '“format”已在另一个文件里写过' }],
    ['a map that another file has', 'stateWords: {}\nlists:\n  more: [子]\n', { file: 'more-0.yaml', line: 3, message: '“lists”已在另一个文件里写过' }],
    ['a list where another file has a map', 'lists:\n  - [子]\n', { file: 'more-0.yaml', line: 2, message: '“lists”已在另一个文件里写过' }],
    ['a scalar where another file has a list', '\nunits: east\n', { file: 'more-0.yaml', line: 2, message: '“units”已在另一个文件里写过' }],
  ])('%s', (_, text, { file, line, message }) => {
    expect(check(text)).toEqual([{ file, line, message: expect.stringContaining(message) as string }]);
  });

  it('lists of several files are joined, and faults are told in their own file', () => {
    const extra = (id: string): string => `# a line\nclauses:\n  - { id: ${id}, title: 另一条, place: 另处 }\n`;
    expect(check(extra('k3'), extra('k4'))).toEqual([]);
    expect(check(extra('k3'), extra('k1'))).toEqual([{ file: 'more-1.yaml', line: 3, message: 'k1：编号重复' }]);
  });

  it('a file of comments only adds nothing; no file at all is no pack', () => {
    expect(check('# later\n')).toEqual([]);
    expect(checkPack([], small).faults.map((it) => it.message)).toContain('city：缺少这一项');
  });
});
