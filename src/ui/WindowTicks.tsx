import './WindowTicks.css';

export interface WindowTick {
  /** The window in words: 第一季度, 1—2月, 第 3 期. */
  label: string;
  state: 'passed' | 'running' | 'to-come';
  /** Whether the window has what it asks; undefined while nothing can be said. */
  met?: boolean | undefined;
  /** What stands in the cell: `1/1`, `2`. Without any value the cells are slim. */
  value?: string | undefined;
}

export interface WindowTicksProps {
  /** What the windows count, for screen readers. */
  label: string;
  ticks: readonly WindowTick[];
}

function inWords({ label, state, met, value }: WindowTick): string {
  const standing = met ? '已达到' : state === 'passed' ? '未达到' : state === 'running' ? '进行中' : '未开始';
  return `${label}：${value === undefined ? '' : `${value}，`}${standing}`;
}

export function WindowTicks({ label, ticks }: WindowTicksProps) {
  const wide = ticks.some((it) => it.value !== undefined);
  return (
    <ol className={wide ? 'window-ticks window-ticks-wide' : 'window-ticks'} aria-label={label}>
      {ticks.map((it) => (
        <li key={it.label} className={`window-tick window-tick-${it.met ? 'met' : it.state}`} title={inWords(it)}>
          <span className="visually-hidden">{inWords(it)}</span>
          {wide ? <span className="window-tick-label" aria-hidden="true">{it.label}</span> : null}
          {wide ? <span className="num" aria-hidden="true">{it.value ?? '—'}</span> : null}
        </li>
      ))}
    </ol>
  );
}
