import type { CreditSpan } from './shapes.ts';
import './CreditBar.css';

/** A span of time with its units: a bar cut by shares, and the shares in words. */
export function CreditBar({ span: { from, shared, parts } }: { span: CreditSpan }) {
  return (
    <div className="credit">
      <p className="credit-from">{from === null ? '自始' : <><span className="num">{from}</span> 起</>}</p>
      <div className="credit-parts">
        {shared ? (
          <div className="credit-bar" aria-hidden="true">
            {parts.map((it) => <span key={it.unit.id} style={{ flexGrow: it.percent }} />)}
          </div>
        ) : null}
        <ul>
          {parts.map((it) => (
            <li key={it.unit.id}>
              {it.unit.name} {shared ? <b className="num">{it.percent}%</b> : <span className="quiet">全额</span>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
