import type { ReactNode } from 'react';
import './FigureRow.css';

/** Figures side by side, parted by hairlines; they wrap on narrow screens. */
export function FigureRow({ children }: { children: ReactNode }) {
  return (
    <div className="figure-row">
      <div className="figure-row-cells">{children}</div>
    </div>
  );
}
