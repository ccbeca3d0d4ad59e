import type { ReactNode } from 'react';
import './DefinitionList.css';

export interface Definition {
  term: string;
  /** Undefined or empty prints 未填. */
  value: ReactNode;
  /** Quiet, below the value: where it comes from, since when. */
  note?: ReactNode;
}

export interface DefinitionListProps {
  items: readonly Definition[];
  /** Side by side where there is room; 1 unless told. */
  columns?: 1 | 2 | 3;
}

export function DefinitionList({ items, columns = 1 }: DefinitionListProps) {
  return (
    <dl className={`definitions definitions-${columns}`}>
      {items.map((it) => (
        <div key={it.term} className="definition">
          <dt>{it.term}</dt>
          <dd>
            {it.value === undefined || it.value === null || it.value === '' ? <span className="quiet">未填</span> : it.value}
            {it.note ? <div className="definition-note">{it.note}</div> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
