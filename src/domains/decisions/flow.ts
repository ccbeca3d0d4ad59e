import { Refusal } from '../../kernel/refusal.ts';
import { decisionActLabels, decisionStateLabels, type DecisionAct, type DecisionState } from './terms.ts';

/** One step of a proposal: where it leads, by whom, under which right. */
export interface DecisionStep {
  readonly act: DecisionAct;
  readonly to: DecisionState;
  readonly by: 'proposer' | 'another' | 'anyone';
  readonly right: 'decisions:propose' | 'decisions:approve';
}

/** All steps begin where a decision is proposed; what has ended stays as it is. */
export const flow: readonly DecisionStep[] = [
  { act: 'approve', to: 'approved', by: 'another', right: 'decisions:approve' },
  { act: 'reject', to: 'rejected', by: 'another', right: 'decisions:approve' },
  { act: 'withdraw', to: 'withdrawn', by: 'proposer', right: 'decisions:propose' },
  { act: 'preview', to: 'proposed', by: 'anyone', right: 'decisions:approve' },
];

/** What a step looks at. */
export interface Proposal {
  readonly state: DecisionState;
  /** The account that proposed it. */
  readonly proposer: string | null;
  /** Whether a preview is being worked out, or was and still says something. */
  readonly preview: 'under-way' | 'failed' | 'outdated' | 'there';
}

const PREVIEW_MISSING: Record<Proposal['preview'], string | undefined> = {
  'under-way': '正在试算会改动什么，算完看过才能批准。',
  failed: '试算没有算成，请重新试算，看过会改动什么再批准。',
  outdated: '试算以后又有口径或机制变动，请重新试算后再批准。',
  there: undefined,
};

/** Why an account may not take a step now; undefined where it may. The right itself is asked elsewhere. */
export function refusalOf(act: DecisionAct, { state, proposer, preview }: Proposal, account: string): Refusal | undefined {
  const { by } = flow.find((it) => it.act === act)!;
  if (state !== 'proposed') return new Refusal('not-proposed', `这项决定${decisionStateLabels[state]}，不能再${decisionActLabels[act]}。需要变动时请提出新的决定替代。`);
  if (by === 'proposer' && proposer !== account) return new Refusal('not-proposer', '只有提出的人可以撤回，其他同志请驳回并说明理由。');
  if (by === 'another' && proposer === account) return new Refusal('same-person', act === 'approve' ? '提出决定的人不能自己批准，请另一位同志批准。' : '自己提出的决定请用“撤回”。');
  if (act === 'preview' && preview === 'under-way') return new Refusal('previewing', '正在试算，请等算完再看。');
  const missing = act === 'approve' ? PREVIEW_MISSING[preview] : undefined;
  return missing === undefined ? undefined : new Refusal('no-preview', missing);
}
