import { describe, expect, it } from 'vitest';
import { broken, RULES } from './check-fixture.ts';

const COURSES = `${RULES}evidenceKinds:
  - { id: contract, label: 正式协议, aliases: [协议] }
courses:
  - id: usual
    label: 一般项目
    subject: project
    gates:
      - { milestone: signed, stage: 签约, fields: [planned], references: [talent], evidence: [contract], conditions: [{ label: 达到规模, where: { use: large } }], clauses: [k1] }
      - { milestone: started, stage: 建设, after: [signed] }
decay:
  - { subject: project, milestone: started, reopens: [signed] }
`;

it('a sound course has no faults', () => {
  expect(broken('stage: 建设', 'stage: 施工', COURSES).faults).toEqual([]);
});

describe.each([
  ['of a kind that is none', 'label: 一般项目\n    subject: project', 'label: 一般项目\n    subject: projekt', '- id: usual', 'usual：没有“projekt”这类对象'],
  ['at a milestone that is none', '- { milestone: started, stage', '- { milestone: opened, stage', 'milestone: opened', 'usual：项目没有里程碑“opened”'],
  ['a milestone twice', '- { milestone: started, stage: 建设, after: [signed] }', '- { milestone: signed, stage: 建设 }', 'milestone: signed, stage: 建设', 'usual：里程碑“signed”写了两次'],
  ['after what it does not pass', 'after: [signed]', 'after: [sealed]', 'after: [sealed]', 'usual：前置里程碑“sealed”不在这条流程里'],
  ['round in a circle', 'stage: 签约, fields', 'stage: 签约, after: [started], fields', 'after: [started]', 'usual：里程碑“signed”的前置绕回了自己'],
  ['asking for a field that is none', 'fields: [planned]', 'fields: [size]', 'fields: [size]', 'usual：项目没有字段“size”'],
  ['asking for a reference that is none', 'references: [talent]', 'references: [team]', 'references: [team]', 'usual：项目没有引用“team”'],
  ['asking for evidence that is none', 'evidence: [contract]', 'evidence: [letter]', 'evidence: [letter]', 'usual：evidenceKinds 没有“letter”'],
  ['on a clause that is none', 'clauses: [k1] }\n      - { milestone: started', 'clauses: [k9] }\n      - { milestone: started', 'clauses: [k9]', 'usual：没有条款“k9”'],
  ['on a condition that cannot be read', 'where: { use: large } }], clauses', 'where: { use: huge } }], clauses', '- id: usual', 'usual：没有名为“huge”的条件'],
  ['a decay of what is no milestone', 'reopens: [signed]', 'reopens: [sealed]', 'reopens: [sealed]', '“project”没有里程碑“sealed”'],
])('a course %s', (_, from, to, at, message) => {
  it(`is told at “${at}”: ${message}`, () => {
    const { faults, lineOf } = broken(from, to, COURSES);
    expect(faults).toContainEqual({ ...lineOf(at), message: expect.stringContaining(message) as string });
  });
});
