import { lightLabels } from '../terms.ts';
import { amountText, numberText } from './amount-text.ts';
import { FigureLink } from './FigureLink.tsx';
import type { Cell, Detail } from './shapes.ts';
import { shortWindow } from './window-text.ts';
import './WindowCell.css';

interface BreakdownCellProps {
  cell: Cell;
  owner: Detail['owner'];
  detail: Detail;
}

/** One owner's window of the measure; a link, or where the page is. */
export function BreakdownCell({ cell, owner, detail }: BreakdownCellProps) {
  const { measure, standing } = detail;
  const { value, target, light, window, frozen } = cell;
  const here = owner.id === detail.owner.id && window.name === detail.window.name;
  const content = (
    <>
      <span className="window-cell-value num">
        {numberText(value, measure.unit)}
        {target === null || measure.unit === '%' ? null : <span aria-hidden="true">/{numberText(target, measure.unit)}</span>}
      </span>
      <span className="visually-hidden">{`${shortWindow(window)}${target === null ? '' : `，目标${amountText(target, measure.unit)}，${lightLabels[light]}`}`}</span>
      {frozen ? <span className="window-cell-notes">封</span> : null}
    </>
  );
  const look = `window-cell window-cell-${lookOf(cell)}`;
  if (here) return <span className={`${look} window-cell-here`} aria-current="page">{content}</span>;
  return <FigureLink measure={measure.id} owner={owner.id} window={window.name} standing={standing} className={look}>{content}</FigureLink>;
}

function lookOf({ light, window }: Cell): string {
  if (light === 'none') return 'plain';
  if (light === 'met' || light === 'missed') return light;
  return window.state === 'to-come' ? 'to-come' : 'running';
}
