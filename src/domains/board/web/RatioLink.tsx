import type { ReactNode } from 'react';
import { FigureLink } from './FigureLink.tsx';
import { ratioMeasures } from './ratio-measures.ts';
import type { ThirtyRow } from './shapes.ts';

export interface RatioLinkProps {
  row: ThirtyRow;
  year: number;
  /** Which of the three figures; the ratio unless told. */
  part?: keyof typeof ratioMeasures;
  className?: string;
  children: ReactNode;
}

/** From a number of the ratio page to its figure. */
export function RatioLink({ row, year, part = 'ratio', className, children }: RatioLinkProps) {
  return (
    <FigureLink measure={ratioMeasures[part]} owner={row.owner.id} window={String(year)} className={className}>
      {children}
    </FigureLink>
  );
}
