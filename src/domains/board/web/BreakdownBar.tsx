import { Progress } from '../../../ui/Progress.tsx';
import { lightLook } from './light-look.ts';
import { RatioBar } from './RatioBar.tsx';
import type { Cell, Detail } from './shapes.ts';

interface BreakdownBarProps {
  cell: Cell;
  owner: Detail['owner'];
  detail: Detail;
}

/** Beside a single window's value: a ratio against the line that the page's figure has to reach, a count against its own target. */
export function BreakdownBar({ cell: { value, target, light, window }, owner, detail }: BreakdownBarProps) {
  if (detail.measure.unit === '%') {
    const minimum = target ?? detail.breakdown.flatMap((it) => it.cells).find((it) => it.target !== null)?.target;
    return minimum === undefined || minimum === null ? null : <RatioBar label={owner.name} ratio={value} minimum={minimum} />;
  }
  if (target === null || target <= 0) return null;
  return <Progress label={`${owner.name}完成`} share={(value ?? 0) / target} pace={window.pace} tone={lightLook(light).tone} />;
}
