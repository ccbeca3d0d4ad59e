import { numberText } from './amount-text.ts';
import { FigureLink } from './FigureLink.tsx';
import type { Detail } from './shapes.ts';
import './RatioParts.css';

/** A ratio as a fraction, each half a link to its own figure. */
export function RatioParts({ detail: { parts, owner, window, standing } }: { detail: Detail }) {
  return (
    <div className="ratio-parts">
      {parts.map((it) => (
        <p key={it.role} className={`ratio-part ratio-part-${it.role}`}>
          <FigureLink measure={it.measure} owner={owner.id} window={window.name} standing={standing}>
            <b className="num">{numberText(it.value, '')}</b> {it.label}
          </FigureLink>
          <span className="visually-hidden">{it.role === 'numerator' ? '（分子）' : '（分母）'}</span>
        </p>
      ))}
    </div>
  );
}
