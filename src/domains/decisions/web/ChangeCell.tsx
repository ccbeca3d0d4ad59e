import { differenceText, valueText } from './change-text.ts';
import type { FigureChange } from './shapes.ts';
import './ChangeCell.css';

/** A figure before and after, with what lies between, and the doubt where that moves. */
export function ChangeCell({ change, unit }: { change: FigureChange | null; unit: string }) {
  if (!change) return <span className="quiet">—</span>;
  const { value, doubt } = change;
  const same = value.before === value.after;
  const difference = differenceText(value.before, value.after, unit);
  return (
    <span className="change">
      {same ? <span className="change-same">{valueText(value.before, unit)}</span> : (
        <span className="change-values">
          <span className="visually-hidden">由</span>
          <span className="change-before">{valueText(value.before, unit)}</span>
          <span aria-hidden="true" className="change-arrow">→</span>
          <span className="visually-hidden">变为</span>
          <b>{valueText(value.after, unit)}</b>
        </span>
      )}
      {difference === '' ? null : <span className="change-by">{difference}</span>}
      {doubt.before === doubt.after ? null : <span className="change-doubt">存疑 {doubt.before} → {doubt.after}</span>}
    </span>
  );
}
