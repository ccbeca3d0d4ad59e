import { expect, it } from 'vitest';
import { type Asked, fieldsToFill, type Gate, gatesByStage, isOpen, nextGate } from './course-steps.ts';

const asked = (what: Asked['what'], id: string, outcome: Asked['outcome']): Asked => ({ what, id, label: id, outcome, words: [] });
const gate = (milestone: string, stage: string, more: Partial<Gate> = {}): Gate => ({ milestone, label: milestone, stage, day: null, state: null, stateLabel: null, optional: false, hint: null, clauses: [], asked: [], asks: [], ready: false, ends: false, ...more });

it('what comes next is open and not optional', () => {
  const gates = [gate('lead', '线索', { day: '2026-01-01' }), gate('framework', '在谈', { optional: true }), gate('signed', '签约', { asked: [asked('milestone', 'admitted', 'no')] }), gate('admitted', '在谈', { asked: [asked('milestone', 'lead', 'yes')] })];
  expect(nextGate(gates)!.milestone).toBe('admitted');
  expect(gates.map(isOpen)).toEqual([false, true, false, true]);
  expect(gatesByStage(gates).map((it) => [it.stage, it.gates.length])).toEqual([['线索', 1], ['在谈', 2], ['签约', 1]]);
});

it('asks for what is blank, and where a condition fails for what it may hang on', () => {
  const one = gate('signed', '签约', { asks: ['agreement', 'planned'], asked: [asked('field', 'agreement', 'yes'), asked('field', 'planned', 'no'), asked('condition', '签的是正式协议', 'yes')] });
  expect(fieldsToFill(one)).toEqual(['planned']);
  expect(fieldsToFill({ ...one, asked: [asked('condition', '签的是正式协议', 'no')] })).toEqual(['agreement', 'planned']);
});
