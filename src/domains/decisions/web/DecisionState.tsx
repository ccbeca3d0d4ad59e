import { Tag } from '../../../ui/Tag.tsx';
import { decisionStateLabels, type DecisionState as State } from '../terms.ts';

const variants = { proposed: 'ginkgo', approved: 'pine', withdrawn: 'ink', rejected: 'cinnabar' } as const;

/** Where a decision stands. */
export function DecisionState({ state }: { state: State }) {
  return <Tag variant={variants[state]}>{decisionStateLabels[state]}</Tag>;
}
