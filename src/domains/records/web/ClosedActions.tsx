import { type ClosedAction, closedReasons } from './closed-reasons.ts';

/** What cannot be done now, and why. */
export function ClosedActions({ closed }: { closed: readonly ClosedAction[] }) {
  if (closed.length === 0) return null;
  return (
    <div className="closed-actions" aria-label="现在不能办的" role="group">
      {closedReasons(closed).map(({ labels, why }) => (
        <p key={why}>
          不能<b>{labels}</b>：{why}
        </p>
      ))}
    </div>
  );
}
