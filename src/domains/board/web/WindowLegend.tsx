import './WindowLegend.css';

const states = [
  ['met', '达到'],
  ['missed', '未达到'],
  ['running', '进行中'],
  ['to-come', '未开始'],
] as const;

const marks = { declared: ['申', '另有申报'], doubt: ['疑', '存疑'], frozen: ['封', '已封账'] } as const;

export interface WindowLegendProps {
  /** Which of the small marks stand in the cells. */
  used: Readonly<Partial<Record<keyof typeof marks, boolean>>>;
}

/** What the looks of the cells and their marks mean. */
export function WindowLegend({ used }: WindowLegendProps) {
  const shown = (Object.keys(marks) as (keyof typeof marks)[]).filter((it) => used[it]);
  return (
    <ul className="window-legend" aria-label="图例">
      {states.map(([state, label]) => (
        <li key={state}>
          <span className={`window-swatch window-swatch-${state}`} aria-hidden="true" />
          {label}
        </li>
      ))}
      {shown.map((it) => (
        <li key={it}>
          <b>{marks[it][0]}</b> {marks[it][1]}
        </li>
      ))}
    </ul>
  );
}
