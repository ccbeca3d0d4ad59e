import { expect, it } from 'vitest';
import { type Proposal, refusalOf } from './flow.ts';

const proposal: Proposal = { state: 'proposed', proposer: 'who proposed', preview: 'there' };

it.each([
  ['approve', 'who proposed', 'same-person'],
  ['approve', 'another', undefined],
  ['reject', 'who proposed', 'same-person'],
  ['reject', 'another', undefined],
  ['withdraw', 'who proposed', undefined],
  ['withdraw', 'another', 'not-proposer'],
] as const)('to %s by %s: %s', (act, account, code) => {
  expect(refusalOf(act, proposal, account)?.code).toBe(code);
});
