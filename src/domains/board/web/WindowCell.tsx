import { lightLabels } from '../terms.ts';
import { amountText, numberText } from './amount-text.ts';
import { FigureLink } from './FigureLink.tsx';
import type { Line } from './shapes.ts';
import { shortWindow } from './window-text.ts';
import './WindowCell.css';

/** One owner's window: certified of what is asked, what is only declared, 存疑, 封. Opens the figure. */
export function WindowCell({ line }: { line: Line }) {
  const { certified, declared, target, unit, light, doubt, frozen, window, owner } = line;
  const waiting = declared !== null && declared > (certified ?? 0);
  return (
    <FigureLink measure={line.measure} owner={owner.id} window={window.name} className={`window-cell window-cell-${lookOf(line)}`} title={`${owner.name}${shortWindow(window)}：${lightLabels[light]}，${line.reason}`}>
      <span className="visually-hidden">{`${shortWindow(window)}${lightLabels[light]}，已认定${amountText(certified, unit)}，目标${amountText(target, unit)}`}</span>
      <span className="window-cell-value num" aria-hidden="true">
        {numberText(certified, unit)}
        <span>/{numberText(target, unit)}</span>
      </span>
      {waiting || doubt > 0 || frozen ? (
        <span className="window-cell-notes">
          {waiting ? <span>申<i>报</i>{numberText(declared, unit)}</span> : null}
          {doubt > 0 ? <span><i>存</i>疑{doubt}</span> : null}
          {frozen ? <span>封</span> : null}
        </span>
      ) : null}
    </FigureLink>
  );
}

function lookOf({ light, window }: Line): 'met' | 'missed' | 'running' | 'to-come' {
  if (light === 'met' || light === 'missed') return light;
  return window.state === 'to-come' ? 'to-come' : 'running';
}
