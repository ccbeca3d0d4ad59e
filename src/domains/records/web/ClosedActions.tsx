import { useState } from 'react';
import { type ClosedAction, closedReasons } from './closed-reasons.ts';

/** What cannot be done now, and why; folded on a phone, where the record itself comes first. */
export function ClosedActions({ closed }: { closed: readonly ClosedAction[] }) {
  const [open] = useState(() => matchMedia('(min-width: 1001px)').matches);
  if (closed.length === 0) return null;
  return (
    <details className="closed-actions" open={open}>
      <summary>现在不能办的 {closed.length} 项</summary>
      {closedReasons(closed).map(({ labels, why }) => (
        <p key={why}>
          不能<b>{labels}</b>：{why}
        </p>
      ))}
    </details>
  );
}
