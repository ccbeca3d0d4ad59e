/** An act that cannot be done now, and why. */
export interface ClosedAction {
  label: string;
  why: string;
}

/** Acts with the same reason are told together, in their order. */
export function closedReasons(closed: readonly ClosedAction[]): { labels: string; why: string }[] {
  const reasons = new Map<string, string[]>();
  for (const { label, why } of closed) reasons.set(why, [...(reasons.get(why) ?? []), label]);
  return [...reasons].map(([why, labels]) => ({ labels: labels.join('、'), why }));
}
