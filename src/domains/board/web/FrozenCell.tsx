import { numberText } from './amount-text.ts';
import { FigureLink } from './FigureLink.tsx';
import type { FrozenFigure } from './freeze-shapes.ts';
import { isMoved } from './frozen-groups.ts';
import './FrozenCell.css';

/** A printed figure; beside it what was only declared then, and what the ledger says now where that is another. */
export function FrozenCell({ figure: it }: { figure: FrozenFigure }) {
  return (
    <span className="frozen-cell">
      <FigureLink measure={it.measure} owner={it.owner.id} window={it.window.name} className="frozen-value">{numberText(it.certified, it.unit)}</FigureLink>
      {it.declared === it.certified ? null : <span className="frozen-declared">申报 {numberText(it.declared, it.unit)}</span>}
      {isMoved(it) ? <span className={it.inside ? 'frozen-live frozen-adjusted' : 'frozen-live'}>台账现为 {numberText(it.live, it.unit)}</span> : null}
    </span>
  );
}
