import './WindowLegend.css';

const states = [
  ['met', '达到'],
  ['missed', '未达到'],
  ['running', '进行中'],
  ['to-come', '未开始'],
] as const;

/** What the looks of the cells mean. */
export function WindowLegend() {
  return (
    <ul className="window-legend" aria-label="图例">
      {states.map(([state, label]) => (
        <li key={state}>
          <span className={`window-swatch window-swatch-${state}`} aria-hidden="true" />
          {label}
        </li>
      ))}
      <li>
        <b>申</b> 已申报
      </li>
      <li>
        <b>疑</b> 存疑
      </li>
      <li>
        <b>封</b> 已封账
      </li>
    </ul>
  );
}
