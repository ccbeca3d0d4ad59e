import type { ReactNode } from 'react';
import { FigureLink } from './FigureLink.tsx';
import type { ThirtyRow } from './shapes.ts';

export interface RatioLinkProps {
  row: ThirtyRow;
  year: number;
  /** The ratio, or one of its halves. */
  measure: string;
  className?: string;
  children: ReactNode;
}

/** From a number of the ratio page to its figure. */
export function RatioLink({ row, year, measure, className, children }: RatioLinkProps) {
  return (
    <FigureLink measure={measure} owner={row.owner.id} window={String(year)} className={className}>
      {children}
    </FigureLink>
  );
}
