import type { VerdictAct } from '../../ledger/statements.ts';
import type { VerdictState } from '../../mechanism/dossier.ts';

/** Who may take a step: a unit that declared or is credited with the record, or those whom the pack appoints. */
export type Part = 'own' | 'verifier' | 'certifier' | 'either';

/** One way from a state; the act's own state is where it leads. */
export interface Step {
  readonly act: VerdictAct;
  readonly from: readonly VerdictState[];
  readonly by: Part;
  /** Only where the pack appoints no one to verify. */
  readonly unverified?: true;
}

/** The states of a milestone's verdict. An appeal is heard like a declaration, by a person other than who was appealed against. */
export const flow: readonly Step[] = [
  { act: 'declare', from: ['returned'], by: 'own' },
  { act: 'verify', from: ['declared', 'appealed'], by: 'verifier' },
  { act: 'certify', from: ['declared', 'appealed'], by: 'certifier', unverified: true },
  { act: 'certify', from: ['verified', 'not-counted'], by: 'certifier' },
  { act: 'certify-upstream', from: ['declared', 'appealed'], by: 'certifier', unverified: true },
  { act: 'certify-upstream', from: ['verified', 'certified', 'not-counted'], by: 'certifier' },
  { act: 'return', from: ['declared', 'verified', 'appealed'], by: 'either' },
  { act: 'return', from: ['certified', 'certified-upstream', 'not-counted'], by: 'certifier' },
  { act: 'not-count', from: ['declared', 'appealed'], by: 'certifier', unverified: true },
  { act: 'not-count', from: ['verified', 'certified', 'certified-upstream'], by: 'certifier' },
  { act: 'appeal', from: ['returned', 'not-counted'], by: 'own' },
];

/** In the order in which they are offered. */
export const offeredActs: readonly VerdictAct[] = ['verify', 'certify', 'certify-upstream', 'return', 'not-count', 'declare', 'appeal'];

/** @param verifies whether the pack appoints anyone to verify */
export function stepFrom(act: VerdictAct, state: VerdictState, verifies: boolean): Step | undefined {
  return flow.find((it) => it.act === act && it.from.includes(state) && !(it.unverified && verifies));
}

/** The widest part that may take an act from any state. */
export function partOf(act: VerdictAct): Part {
  return flow.find((it) => it.act === act)!.by;
}
