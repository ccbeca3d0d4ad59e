/** A rule's answer: what is blank or undecided may leave it open. */
export type Answer = 'yes' | 'no' | 'unknown';

export function and(...answers: Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

export function or(...answers: Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

export function not(answer: Answer): Answer {
  if (answer === 'unknown') return 'unknown';
  return answer === 'yes' ? 'no' : 'yes';
}

export function plain(holds: boolean): Answer {
  return holds ? 'yes' : 'no';
}

/** Is a field one of these words? */
export function isOneOf(value: string | boolean | undefined, words: readonly (string | boolean)[], blank: Answer = 'unknown'): Answer {
  return value === undefined ? blank : plain(words.includes(value));
}
