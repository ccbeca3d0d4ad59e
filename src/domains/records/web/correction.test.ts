import { expect, test } from 'vitest';
import { correctionOf, isJudged } from './correction.ts';

const dossier = {
  state: 'declared',
  fields: [
    { id: 'name', label: '名称', value: '碳纤维', type: 'text' as const, choices: [] },
    { id: 'chain', label: '产业链', value: null, type: 'text' as const, choices: [] },
  ],
  milestones: [{ id: 'signed', label: '签约', day: '2021-03-05', state: 'declared', stateLabel: '申报' }],
};

test('only what differs is sent; emptied is null', () => {
  expect(correctionOf(dossier, { 'field-name': ' 碳纤维 ', 'field-chain': '化工', 'day-signed': '' })).toEqual({ fields: { chain: '化工' }, references: {}, milestones: { signed: null }, changed: 2 });
  expect(correctionOf(dossier, { 'field-chain': '  ', 'day-signed': '2021-03-05' }).changed).toBe(0);
});

test('a verdict on the record or on any of its days is reopened', () => {
  expect(isJudged(dossier)).toBe(false);
  expect(isJudged({ ...dossier, state: 'certified' })).toBe(true);
  expect(isJudged({ ...dossier, milestones: [{ ...dossier.milestones[0]!, state: 'verified' }] })).toBe(true);
});
