import './RatioBar.css';

export interface RatioBarProps {
  /** Whose ratio, for screen readers. */
  label: string;
  /** Share of one; null where there is nothing to divide by. */
  ratio: number | null;
  /** The ratio that is asked for: the line. */
  minimum: number;
  /** Share of one at the bar's right end; 1 unless told. */
  full?: number;
  /** What the ratio would be by what is declared. */
  declared?: number | null;
}

/** A ratio as a bar with the line that it has to reach. */
export function RatioBar({ label, ratio, minimum, full = 1, declared = null }: RatioBarProps) {
  const at = (share: number) => `${Math.min(1, Math.max(0, share / full)) * 100}%`;
  const said = ratio === null ? `${label}没有可比的项目` : `${label} ${percent(ratio)}，要求 ${percent(minimum)}`;
  return (
    <span className="ratio-bar" role="img" aria-label={said}>
      {ratio === null ? null : <span className={ratio >= minimum ? 'ratio-fill ratio-fill-met' : 'ratio-fill ratio-fill-short'} style={{ width: at(ratio) }} />}
      <span className="ratio-track">
        <span className="ratio-line" style={{ left: at(minimum) }} />
        {declared !== null && declared !== ratio ? <span className="ratio-declared" style={{ left: at(declared) }} /> : null}
      </span>
    </span>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
