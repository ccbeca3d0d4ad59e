/** Three-valued logic: a rule may be unable to say yes or no because something is blank or undecided. */
export type Outcome = 'yes' | 'no' | 'unknown';

export const outcomeLabels: Record<Outcome, string> = { yes: '符合', no: '不符合', unknown: '无法判断' };

/** No beats unknown beats yes. */
export function allOf(outcomes: Iterable<Outcome>): Outcome {
  let result: Outcome = 'yes';
  for (const outcome of outcomes) {
    if (outcome === 'no') return 'no';
    if (outcome === 'unknown') result = 'unknown';
  }
  return result;
}

/** Yes beats unknown beats no. */
export function anyOf(outcomes: Iterable<Outcome>): Outcome {
  let result: Outcome = 'no';
  for (const outcome of outcomes) {
    if (outcome === 'yes') return 'yes';
    if (outcome === 'unknown') result = 'unknown';
  }
  return result;
}

export function negated(outcome: Outcome): Outcome {
  return outcome === 'unknown' ? 'unknown' : outcome === 'yes' ? 'no' : 'yes';
}

/** A condition with what was found: the sentence, its outcome, and what would have to be known. */
export interface Explained {
  readonly sentence: string;
  readonly outcome: Outcome;
  /** What stood there, for people. */
  readonly found?: string;
  /** What is missing to decide it: fields to fill, decisions to take. */
  readonly missing: readonly string[];
  readonly parts: readonly Explained[];
}
