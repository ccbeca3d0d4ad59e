import { expect, it } from 'vitest';
import { broken, RULES } from './check-fixture.ts';

const QUALITY = `${RULES.replace('parameters:\n', 'parameters:\n  - { id: weight, label: 权重, type: number, clause: k1, question: 多少 }\n')}quality:
  label: 质量评分
  clause: k1
  subject: project
  only: { field: type, in: [甲] }
  indicators:
    - { id: kind, label: 类型, field: type, weight: weight, words: { 甲: 100, 乙: 60, 丙: 0 } }
    - { id: jobs, label: 岗位, field: posts, weight: weight, bands: [{ from: 0, points: 0 }, { from: 5, points: 100 }] }
`;

it('a sound quality has no faults', () => {
  expect(broken('乙: 60', '乙: 50', QUALITY).faults).toEqual([]);
});

it.each([
  ['on a clause that is none', '质量评分\n  clause: k1', '质量评分\n  clause: k9', '没有条款“k9”'],
  ['of a kind that is none', 'subject: project\n  only', 'subject: projekt\n  only', '没有“projekt”这类对象'],
  ['for a field that is none', 'only: { field: type', 'only: { field: sort', '项目没有字段“sort”'],
  ['by a field that is none', 'field: posts, weight', 'field: jobs, weight', 'jobs：项目没有字段“jobs”'],
  ['by a weight that is no number', 'posts, weight: weight', 'posts, weight: size', 'jobs：“size”不是 number 类型的参数，不能作权重'],
  ['by bands of words', 'words: { 甲: 100, 乙: 60, 丙: 0 }', 'bands: [{ from: 0, points: 0 }]', 'kind：选项字段按 words 给分，数字字段按 bands 给分'],
  ['without points for a word', '乙: 60, ', '', 'kind：“乙”没有写明得分'],
  ['with points for a word that is none', '丙: 0 }', '丙: 0, 丁: 0 }', 'kind：“丁”不在清单中'],
  ['in falling bands', '{ from: 5, points: 100 }', '{ from: 0, points: 100 }', 'jobs：bands 要从小到大'],
])('a quality %s is told: %s', (_, from, to, message) => {
  expect(broken(from, to, QUALITY).faults.map((it) => it.message)).toContain(message);
});
