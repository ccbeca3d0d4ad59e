import { paceTone, type Tone } from './pace-tone.ts';
import './Progress.css';

export interface ProgressProps {
  /** What progresses, for screen readers; it stands before the percentage. */
  label: string;
  /** Share of one that is done; over one is full. Without it the bar says 暂无量化指标. */
  share: number | undefined;
  /** 序时: share of one of the time that is gone, drawn as a tick. */
  pace?: number | undefined;
  /** Given by whoever judges; else from share and pace. */
  tone?: Tone | undefined;
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

export function Progress({ label, share, pace, tone }: ProgressProps) {
  if (share === undefined) return <span className="progress-none">暂无量化指标</span>;
  const said = `${label} ${percent(share)}${pace === undefined ? '' : `，序时 ${percent(pace)}`}`;
  return (
    <span className={`progress progress-${tone ?? paceTone(share, pace)}`} role="img" aria-label={said}>
      <span className="progress-bar" style={{ width: percent(Math.max(0, Math.min(1, share))) }} />
      {pace === undefined ? null : <span className="progress-tick" style={{ left: percent(Math.max(0, Math.min(1, pace))) }} />}
    </span>
  );
}
