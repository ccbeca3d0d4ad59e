import type { ReactNode } from 'react';
import './Figure.css';

export interface FigureProps {
  label: string;
  /** The certified value, printed; undefined prints a dash. */
  value: string | undefined;
  unit?: string;
  /** The declared value, where it is another. */
  declared?: string | undefined;
  /** What is asked: `24`, `≥ 30%`. */
  target?: string | undefined;
  /** Open decision, doubt, 重算中: tags or a sentence. */
  marks?: ReactNode;
  /** Opens the facts behind the figure. */
  onOpen?: () => void;
  size?: 'large' | 'plain';
}

export function Figure({ label, value, unit, declared, target, marks, onOpen, size = 'large' }: FigureProps) {
  const number = (
    <>
      <span className="figure-number">{value ?? '—'}</span>
      {unit ? <span className="figure-unit">{unit}</span> : null}
    </>
  );
  return (
    <div className={`figure figure-${size}`}>
      <div className="figure-label">{label}</div>
      <div className="figure-line">
        {onOpen ? (
          <button type="button" className="figure-open" onClick={onOpen}>
            <span className="visually-hidden">{label}，打开明细：</span>
            {number}
          </button>
        ) : (
          <span>{number}</span>
        )}
        {target === undefined ? null : (
          <span className="figure-target">
            目标 <b className="num">{target}</b>
          </span>
        )}
      </div>
      {declared === undefined || declared === value ? null : (
        <div className="figure-declared">
          已申报 <b className="num">{declared}</b>
          <span className="visually-hidden">{unit}</span>，未认定的不计入
        </div>
      )}
      {marks ? <div className="figure-marks">{marks}</div> : null}
    </div>
  );
}
