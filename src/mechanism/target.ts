import type { Day } from '../kernel/day.ts';
import { type Decimal, decimal, divideRoundHalfUp, one } from '../kernel/decimal.ts';
import { parseRate, type Rate } from '../kernel/fen.ts';
import type { TargetFormat } from './format/tasks.ts';
import type { Parameters } from './parameters.ts';

/** What a target asks for on a day. An open parameter asks for nothing yet: 0. */
export function targetAmount(target: TargetFormat, parameters: Parameters, day: Day): Decimal {
  const written = target.atLeast;
  if (typeof written === 'number') return decimal(written);
  if (typeof written === 'string') return rateAsDecimal(parseRate(written)!);
  const value = parameters.at(written.param, day)?.value;
  if (typeof value !== 'object') return 0n;
  if ('numerator' in value) return rateAsDecimal(value);
  return 'decimal' in value ? value.decimal : 0n;
}

function rateAsDecimal(rate: Rate): Decimal {
  return divideRoundHalfUp(rate.numerator * one, rate.denominator);
}
