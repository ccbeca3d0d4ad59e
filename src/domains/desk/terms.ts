import type { VerdictState } from '../../mechanism/dossier.ts';

/** Rows of the desk on a page; what of them is judged at once. */
export const DESK_PAGE = 50;

/** What a milestone waits for: to be verified, to be certified, or to be heard again after an appeal. */
export const waits = ['verify', 'certify', 'appeal'] as const;
export type Waits = (typeof waits)[number];

export const waitLabels: Record<Waits, string> = { verify: '待初核', certify: '待认定', appeal: '申诉待复核' };

/** @param part whose turn it is, where it is no appeal */
export function waitsOf(state: VerdictState, part: 'verify' | 'certify'): Waits {
  return state === 'appealed' ? 'appeal' : part;
}
