import type { PackName } from '../packs.ts';
import type { Answer } from './answers.ts';

/** What the pack of the histories says, as far as its corrected versions differ; the rest is written out in counts.ts and grants.ts. */
export interface Rules {
  readonly blankAgreement: Answer;
  readonly sessions: readonly string[];
  readonly southUntil: string;
  readonly signedInFull: boolean;
  readonly progress: { readonly from: string; readonly to: string; readonly per: 'quarter' | 'pair' };
  readonly backedFrom: bigint;
  readonly traced: boolean;
  readonly awards: boolean;
  /** Mergers that the pack knows. */
  readonly mergers: readonly Merger[];
}

export interface Merger {
  readonly unit: string;
  readonly into: string;
  readonly day: string;
}

const OLDTOWN: Merger = { unit: 'oldtown', into: 'west', day: '2022-03-01' };

const first: Rules = {
  blankAgreement: 'unknown',
  sessions: ['项目路演'],
  southUntil: '2021-12-31',
  signedInFull: false,
  progress: { from: '2021-04-01', to: '2022-09-30', per: 'quarter' },
  backedFrom: 300_000_000n,
  traced: true,
  awards: true,
  mergers: [OLDTOWN],
};

export const rulesOf: Record<PackName, Rules> = {
  first,
  wider: { ...first, blankAgreement: 'yes', sessions: ['项目路演', '产学研对接'], southUntil: '9999-12-31', signedInFull: true, progress: { from: '', to: '9999-12-31', per: 'pair' } },
  narrower: { ...first, backedFrom: 500_000_000n, traced: false, awards: false, mergers: [OLDTOWN, { unit: 'south', into: 'east', day: '2022-07-01' }] },
};

export interface Decided {
  readonly parameter: string;
  readonly from: string;
  readonly value: string | readonly string[];
}

/** What was decided for a day: of those that hold already the one from the latest day, of two for one day the later approved. */
export function decidedOn(decided: readonly Decided[], parameter: string, day: string): string | readonly string[] | undefined {
  let best: Decided | undefined;
  for (const it of decided) if (it.parameter === parameter && it.from <= day && (!best || it.from >= best.from)) best = it;
  return best?.value;
}

/** `300万元` in fen. */
export function fenOf(text: string): bigint {
  return BigInt(text.replace('万元', '')) * 1_000_000n;
}
