import { expect, it } from 'vitest';
import { questionGroups, waitingProposals } from './decision-groups.ts';
import type { Question } from './shapes.ts';

const question = (parameter: string, more: Partial<Question>): Question => ({ parameter, label: parameter, question: '', clause: { id: 'a1', title: '', place: '' }, form: { type: 'money', unit: '万元', choices: null }, value: null, decided: false, source: null, hangs: [], decisions: [], ...more });
const hangs: Question['hangs'] = [{ kind: 'measure', id: 's3.yi', name: '亿元项目', clauses: [] }];
const proposed = (id: string, proposedAt: string): Question['decisions'][number] => ({ id, value: '', from: null, document: '', takenOver: false, state: 'proposed', proposedBy: null, proposedAt, approvedBy: null, approvedAt: null, closedBy: null, closedAt: null, closedReason: null });

it('open questions that figures hang on come first, what is decided last, and no empty group', () => {
  const groups = questionGroups([question('decided', { decided: true, hangs }), question('idle', {}), question('open', { hangs })]);
  expect(groups.map((it) => it.questions.map((one) => one.parameter))).toEqual([['open'], ['idle'], ['decided']]);
  expect(questionGroups([])).toEqual([]);
});

it('proposals of all questions wait in the order in which they were made', () => {
  const all = [question('a', { decisions: [proposed('2', '2026-02-02'), { ...proposed('x', '2026-01-01'), state: 'rejected' }] }), question('b', { decisions: [proposed('1', '2026-02-01')] })];
  expect(waitingProposals(all).map((it) => it.decision.id)).toEqual(['1', '2']);
});
