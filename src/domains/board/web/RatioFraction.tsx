import { numberText } from './amount-text.ts';
import { RatioLink } from './RatioLink.tsx';
import type { Thirty, ThirtyRow } from './shapes.ts';

/** 人才领办创办 13 个 / 新签约和开工 40 个, each number a link. */
export function RatioFraction({ row, year, measures }: { row: ThirtyRow; year: number; measures: Thirty['measures'] }) {
  return (
    <span>
      人才领办创办 <RatioLink row={row} year={year} measure={measures.numerator}><b className="num">{numberText(row.numerator, '')}</b> 个</RatioLink>
      {' / '}
      新签约和开工 <RatioLink row={row} year={year} measure={measures.denominator}><b className="num">{numberText(row.denominator, '')}</b> 个</RatioLink>
    </span>
  );
}
