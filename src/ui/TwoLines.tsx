import type { ReactNode } from 'react';
import './TwoLines.css';

export interface TwoLinesProps {
  /** The first line; usually the link that opens the row. */
  children: ReactNode;
  /** Tags behind it. */
  marks?: ReactNode;
  /** The quiet second line. */
  below?: ReactNode;
}

/** A table cell in two lines: name and tags, then who or where. */
export function TwoLines({ children, marks, below }: TwoLinesProps) {
  return (
    <div className="two-lines">
      <div className="two-lines-main">
        {children}
        {marks ? <> {marks}</> : null}
      </div>
      {below ? <div className="two-lines-below">{below}</div> : null}
    </div>
  );
}
