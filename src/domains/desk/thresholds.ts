import type { Day } from '../../kernel/day.ts';
import type { Fen, Rate } from '../../kernel/fen.ts';
import { timesRate } from '../../kernel/fen.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { Parameters } from '../../mechanism/parameters.ts';
import type { Threshold } from './report-rows.ts';

/** How far above a threshold an auditor looks. */
const NEAR = 'reports.near-threshold';

/** A threshold of the rules, with the parameter that sets it. */
export interface NamedThreshold extends Threshold {
  readonly parameter: string;
  readonly label: string;
  readonly written: string;
}

/** Every amount that a rule asks to be at least what a parameter says, with how far above it an auditor looks. None where the city does not say how far. */
export function thresholdsOf({ pack, vocabulary }: Mechanism, parameters: Parameters, today: Day): NamedThreshold[] {
  const near = parameters.at(NEAR, today)?.value;
  if (!isRate(near)) return [];
  const found = new Map<string, NamedThreshold>();
  const rules = [
    ...pack.conditions.map((it) => ({ subject: it.subject, part: it.where as unknown })),
    ...pack.measures.flatMap((it) => ('counts' in it ? it.counts.map((one) => ({ subject: one.subject, part: one as unknown })) : 'state' in it ? [{ subject: it.state.subject, part: it.state as unknown }] : [])),
    ...pack.awards.map((it) => ({ subject: it.subject, part: it as unknown })),
  ];
  for (const { subject, part } of rules) {
    for (const { field, param } of leavesOf(part)) {
      const place = vocabulary[subject]?.fields[field];
      const held = parameters.at(param, today);
      if (place?.type !== 'money' || typeof held?.value !== 'bigint') continue;
      const from: Fen = held.value;
      const written = String(held.written);
      found.set(`${subject} ${field} ${param}`, { kind: subject, field, currency: place.currency, dollars: written.includes('美元'), from, to: from + timesRate(from, near), parameter: param, label: place.label, written: `${written}（${(parameters.declaration(param)?.label ?? param).replace(/（万元）$/, '')}）` });
    }
  }
  return [...found.values()];
}

function isRate(value: unknown): value is Rate {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('decimal' in value);
}

/** The comparisons `{ field, atLeast: { param } }` anywhere within a rule. */
function leavesOf(part: unknown): { field: string; param: string }[] {
  if (typeof part !== 'object' || part === null) return [];
  const { field, atLeast } = part as { field?: unknown; atLeast?: { param?: unknown } };
  const here = typeof field === 'string' && typeof atLeast?.param === 'string' ? [{ field, param: atLeast.param }] : [];
  return [...here, ...Object.values(part).flatMap(leavesOf)];
}
