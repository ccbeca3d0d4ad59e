import type { Decision } from './shapes.ts';

/** Who dealt with a decision, in a sentence; '' where it was taken over. */
export function whoDecided({ takenOver, state, proposedBy, approvedBy, closedBy, closedReason }: Decision): string {
  if (takenOver) return '';
  const name = (it: string | null): string => it ?? '未记名';
  const proposed = `${name(proposedBy)}提出`;
  if (state === 'approved') return `${proposed}，${name(approvedBy)}批准`;
  if (state === 'withdrawn') return `${proposed}，本人撤回`;
  if (state === 'rejected') return `${proposed}，${name(closedBy)}驳回：${closedReason ?? ''}`;
  return `${proposed}，等待另一人批准`;
}
