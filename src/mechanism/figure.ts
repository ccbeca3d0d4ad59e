import { type Decimal, ratio } from '../kernel/decimal.ts';
import type { Day } from '../kernel/day.ts';
import type { Window } from '../kernel/window.ts';
import type { MeasureFormat } from './format/measures.ts';

/** A figure: null where a ratio has nothing to divide by. */
export interface Figure {
  readonly value: Decimal | null;
  readonly doubt: number;
  /** For a ratio: what was divided. */
  readonly of?: { readonly numerator: Decimal; readonly denominator: Decimal };
}

export interface Sum {
  readonly quantity: Decimal;
  readonly doubt: number;
}

/**
 * A measure's figure over a window.
 * @param sum the postings of a measure from a day (null: from the beginning) to the window's end
 */
export function figureOf(measure: MeasureFormat, window: Window, sum: (measure: string, from: Day | null) => Sum): Figure {
  if ('ratio' in measure) {
    const top = sum(measure.ratio.of, window.from);
    const bottom = sum(measure.ratio.over, window.from);
    const value = bottom.quantity === 0n ? null : ratio(top.quantity, bottom.quantity, measure.ratio.places);
    return { value, doubt: top.doubt + bottom.doubt, of: { numerator: top.quantity, denominator: bottom.quantity } };
  }
  const { quantity, doubt } = sum(measure.id, 'state' in measure ? null : window.from);
  return { value: quantity, doubt };
}
