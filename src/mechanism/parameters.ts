import type { Day } from '../kernel/day.ts';
import { type Decimal, parseDecimal } from '../kernel/decimal.ts';
import { type Fen, parseMoney, parseRate, type Rate } from '../kernel/fen.ts';
import type { ParameterFormat } from './format/tasks.ts';

/** What a decision says, as written: `800万元`, `30%`, `2`, a word, or a list of words. */
export type WrittenValue = string | number | boolean | readonly string[];
/** What rules compute with. */
export type ParameterValue = Fen | Rate | string | boolean | readonly string[] | { readonly decimal: Decimal };

/** A decision in force. `from` null is from the start. */
export interface Decision {
  readonly parameter: string;
  readonly value: WrittenValue;
  readonly from: Day | null;
  readonly document: string;
}

/** @returns undefined where the value does not fit the parameter's type */
export function parseParameterValue(type: ParameterFormat['type'], value: WrittenValue): ParameterValue | undefined {
  switch (type) {
    case 'money':
      return parseMoney(String(value));
    case 'rate':
      return parseRate(String(value));
    case 'number': {
      const parsed = parseDecimal(String(value));
      return parsed === undefined ? undefined : { decimal: parsed };
    }
    case 'list':
      return Array.isArray(value) && value.length > 0 ? value : undefined;
    case 'yes-no':
      return typeof value === 'boolean' ? value : undefined;
    case 'text':
    case 'unit':
      return typeof value === 'string' && value !== '' ? value : undefined;
  }
}

/** What holds for a parameter on a day, and whether a person decided it. */
export interface InForce {
  readonly value: ParameterValue;
  readonly written: WrittenValue;
  readonly decided: boolean;
  readonly source: string;
}

/** The parameters of a pack with the decisions taken under it. */
export class Parameters {
  readonly #declared: ReadonlyMap<string, ParameterFormat>;
  readonly #decided = new Map<string, Decision[]>();

  /** @param decisions in the order in which they were approved; of two for one day the later holds */
  constructor(declared: readonly ParameterFormat[], decisions: readonly Decision[]) {
    this.#declared = new Map(declared.map((it) => [it.id, it]));
    for (const decision of decisions) {
      const list = this.#decided.get(decision.parameter) ?? [];
      list.push(decision);
      this.#decided.set(decision.parameter, list);
    }
  }

  declaration(id: string): ParameterFormat | undefined {
    return this.#declared.get(id);
  }

  /** A decision in force beats any reading; undefined where the question is open on that day. */
  at(id: string, day: Day): InForce | undefined {
    const declared = this.#declared.get(id);
    if (!declared) return undefined;
    const decision = latest(this.#decided.get(id) ?? [], day);
    if (decision) return this.#typed(declared, decision.value, true, decision.document);
    const reading = latest(declared.readings.map((it) => ({ ...it, from: it.from ?? null })), day);
    return reading && this.#typed(declared, reading.value, false, reading.source);
  }

  #typed(declared: ParameterFormat, written: WrittenValue, decided: boolean, source: string): InForce | undefined {
    const value = parseParameterValue(declared.type, written);
    return value === undefined ? undefined : { value, written, decided, source };
  }
}

function latest<T extends { from: Day | null }>(list: readonly T[], day: Day): T | undefined {
  let found: T | undefined;
  for (const it of list) {
    if ((it.from ?? '') <= day && (found === undefined || (it.from ?? '') >= (found.from ?? ''))) found = it;
  }
  return found;
}
