import type { Day } from '../kernel/day.ts';
import { type Decimal, decimal, formatDecimal, one, ratio } from '../kernel/decimal.ts';
import type { Dossier, Value } from './dossier.ts';
import type { IndicatorFormat, QualityFormat } from './format/quality.ts';
import type { Parameters } from './parameters.ts';

/** One indicator of a subject, as far as it is known. Points are 0–100; a weight is a number beside the others. */
export interface ScoredIndicator {
  readonly id: string;
  readonly label: string;
  readonly field: string;
  readonly value: string | null;
  readonly points: number | null;
  readonly weight: string | null;
  /** Whether persons decided the weight, or it is a reading of an open question. */
  readonly decided: boolean;
  readonly source: string | null;
}

/** How good a subject is, of 100 points. */
export interface Quality {
  readonly indicators: readonly ScoredIndicator[];
  /** Labels of what is not known. */
  readonly missing: readonly string[];
  /** What is known comes to, and what it can come to at most; null where the weights are not known. Rounded half up to 2 decimals. */
  readonly score: string | null;
  readonly atMost: string | null;
  /** `(25 × 100 + 25 × 60) ÷ 50 = 80`; null where the weights are not known. */
  readonly working: string | null;
}

/** Scores a subject under the weights of a day (s3.3). @returns undefined where it is not judged by quality */
export function scoreQuality(format: QualityFormat, parameters: Parameters, dossier: Pick<Dossier, 'kind' | 'fields'>, day: Day): Quality | undefined {
  const { only } = format;
  if (dossier.kind !== format.subject || (only && !only.in.includes(String(dossier.fields[only.field])))) return undefined;
  const indicators = format.indicators.map((it) => scored(it, parameters, dossier.fields[it.field], day));
  const missing = indicators.flatMap((it) => (it.points === null ? [it.label] : it.weight === null ? [`${it.label}的权重`] : []));
  const weights = indicators.map((it) => (it.weight === null ? undefined : decimal(it.weight)));
  const whole = weights.reduce((sum: Decimal, it) => sum + (it ?? 0n), 0n);
  if (weights.includes(undefined) || whole <= 0n) return { indicators, missing, score: null, atMost: null, working: null };
  const sum = (blank: number): Decimal => indicators.reduce((all, it, at) => all + weights[at]! * decimal(it.points ?? blank), 0n);
  const score = formatDecimal(ratio(sum(0), whole * one, 2));
  const parts = indicators.filter((it) => it.points !== null).map((it) => `${it.weight} × ${it.points}`);
  return { indicators, missing, score, atMost: formatDecimal(ratio(sum(100), whole * one, 2)), working: parts.length === 0 ? null : `(${parts.join(' + ')}) ÷ ${formatDecimal(whole)} = ${score}` };
}

function scored(format: IndicatorFormat, parameters: Parameters, value: Value | undefined, day: Day): ScoredIndicator {
  const inForce = parameters.at(format.weight, day);
  const weight = inForce && typeof inForce.value === 'object' && 'decimal' in inForce.value && inForce.value.decimal >= 0n ? formatDecimal(inForce.value.decimal) : null;
  return { id: format.id, label: format.label, field: format.field, value: value === undefined ? null : String(value), points: value === undefined ? null : pointsOf(format, String(value)), weight, decided: inForce?.decided ?? false, source: inForce?.source ?? null };
}

/** Below the lowest band there are no points. */
function pointsOf({ words, bands }: IndicatorFormat, value: string): number | null {
  if (words) return Object.hasOwn(words, value) ? words[value]! : null;
  const number = decimal(value);
  return bands?.findLast((it) => decimal(it.from) <= number)?.points ?? 0;
}
