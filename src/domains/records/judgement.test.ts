import { expect, it, test } from 'vitest';
import type { VerdictAct } from '../../ledger/statements.ts';
import { stateAfter } from '../../ledger/statements.ts';
import { type VerdictState, verdictStates } from '../../mechanism/dossier.ts';
import type { Appointed } from '../../mechanism/certification.ts';
import { flow } from './flow.ts';
import { objection } from './judgement.ts';

const both: Appointed = { verify: ['工信局'], certify: ['商务局'], upstream: undefined };
const direct: Appointed = { verify: [], certify: ['科技局'], upstream: undefined };
const listed: Appointed = { verify: [], certify: ['人才办'], upstream: '入选名单' };

function judged(act: VerdictAct, state: VerdictState, unit: string, appointed: Appointed | undefined, objector?: string): string {
  const no = objection({ act, label: '签约', state, actor: { unit, units: [unit], account: `${unit}甲` }, own: ['园区'], appointed, objector, unitName: (id) => id });
  return no ? `${no.code} ${no.message}` : 'yes';
}

test.each<[VerdictAct, VerdictState, string, Appointed | undefined, string]>([
  ['verify', 'declared', '工信局', both, 'yes'],
  ['verify', 'declared', '商务局', both, 'not-appointed “签约”的初核由工信局办理，请与其联系。'],
  ['verify', 'certified', '工信局', both, 'wrong-state “签约”现在是“认定”，不能初核；“申报”、“申诉”的才能初核。'],
  ['verify', 'declared', '科技局', direct, 'no-verifying “签约”不设初核，由科技局直接认定。'],
  ['certify', 'declared', '商务局', both, 'wrong-state “签约”还没有初核，不能认定。请先由工信局初核。'],
  ['certify', 'verified', '商务局', both, 'yes'],
  ['certify', 'declared', '科技局', direct, 'yes'],
  ['certify', 'declared', '科技局', undefined, 'not-appointed 机制里没有写明“签约”由谁认定，请联系人才办补上。'],
  ['certify', 'declared', '人才办', listed, 'upstream-only “签约”以《入选名单》为准，请核对名单后选“上级认定”。'],
  ['certify-upstream', 'declared', '人才办', listed, 'yes'],
  ['certify-upstream', 'verified', '商务局', both, 'not-upstream “签约”由本市认定，没有上级名单，请选“认定”。'],
  ['return', 'declared', '工信局', both, 'yes'],
  ['return', 'declared', '商务局', both, 'yes'],
  ['return', 'certified', '商务局', both, 'yes'],
  ['return', 'certified', '工信局', both, 'not-appointed “签约”已经认定，只能由商务局退回。'],
  ['not-count', 'verified', '商务局', both, 'yes'],
  ['not-count', 'verified', '工信局', both, 'not-appointed “签约”的不计分由商务局办理，请与其联系。'],
  ['appeal', 'returned', '园区', both, 'yes'],
  ['appeal', 'not-counted', '园区', both, 'yes'],
  ['appeal', 'certified', '园区', both, 'wrong-state “签约”现在是“认定”，不能申诉；“退回”、“不计分”的才能申诉。'],
  ['appeal', 'returned', '商务局', both, 'not-own 申诉由申报单位或计分单位提出，即园区。'],
  ['declare', 'returned', '园区', both, 'yes'],
  ['verify', 'declared', '园区', both, 'own-record 这条记录由本单位申报或计入本单位，不能由本单位初核。请由工信局办理。'],
  ['certify', 'verified', '园区', { verify: [], certify: ['园区'], upstream: undefined }, 'own-record 这条记录由本单位申报或计入本单位，不能由本单位认定。机制里没有指定别的单位，请联系人才办明确由谁办理。'],
])('%s from %s by %s: %s', (act, state, unit, appointed, expected) => {
  expect(judged(act, state, unit, appointed)).toBe(expected);
});

it('an appeal is decided by a third person', () => {
  expect(judged('certify', 'appealed', '科技局', direct, '科技局甲')).toMatch(/^same-person /);
  expect(judged('return', 'appealed', '科技局', direct, '科技局甲')).toMatch(/^same-person /);
  expect(judged('certify', 'appealed', '科技局', direct, '科技局乙')).toBe('yes');
});

it('no step stays where it is, and every state but the first is reached and left', () => {
  for (const step of flow) expect(step.from).not.toContain(stateAfter[step.act]);
  for (const state of verdictStates) {
    expect(flow.some((step) => step.from.includes(state)), `${state} is left`).toBe(true);
    expect(flow.some((step) => stateAfter[step.act] === state), `${state} is reached`).toBe(true);
  }
});
