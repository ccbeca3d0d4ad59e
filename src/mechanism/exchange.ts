import type { Day } from '../kernel/day.ts';
import { divideRoundHalfUp, formatDecimal, one } from '../kernel/decimal.ts';
import { type Fen, inWan } from '../kernel/fen.ts';
import type { Pack } from './format/pack.ts';
import type { Parameters } from './parameters.ts';

/** Foreign money in 人民币, with how it came to that. */
export interface Converted {
  readonly fen: Fen;
  /** `300万美元 × 7 = 2,100万元`. */
  readonly sentence: string;
  /** Whether persons decided the rate, or it is a reading of an open question. */
  readonly decided: boolean;
  /** Where the rate stands: a document, or what the reading goes by. */
  readonly source: string;
}

/** An amount in the smallest unit of its currency (cents of 美元), as of a day. */
export interface ForeignAmount {
  readonly amount: Fen;
  readonly currency: string;
  readonly day: Day;
}

/** Whether the pack names a rate for a currency; 人民币 has none. */
export function isForeign({ city }: Pick<Pack, 'city'>, currency: string): boolean {
  return Object.hasOwn(city.exchange ?? {}, currency);
}

/**
 * Converts foreign money by the rate that is in force on its day (s3.4).
 * @returns fen, rounded half up once; undefined where the pack names no rate for the currency, or none above 0 is in force on the day
 */
export function convert(pack: Pick<Pack, 'city'>, parameters: Parameters, { amount, currency, day }: ForeignAmount): Converted | undefined {
  const rate = isForeign(pack, currency) ? parameters.at(pack.city.exchange![currency]!, day) : undefined;
  if (!rate || typeof rate.value !== 'object' || !('decimal' in rate.value) || rate.value.decimal <= 0n) return undefined;
  const { decimal } = rate.value;
  const fen = divideRoundHalfUp(amount * decimal, one);
  return { fen, sentence: `${inWan(amount)}万${currency} × ${formatDecimal(decimal)} = ${inWan(fen)}万元`, decided: rate.decided, source: rate.source };
}
