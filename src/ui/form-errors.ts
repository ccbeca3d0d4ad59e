import type { ApiRefusal, FieldError } from './api-refusal.ts';

/** The fields that were left empty, each with the words that ask for it, in the order in which they are asked. */
export function blankErrors(input: Readonly<Record<string, string>>, asked: Readonly<Record<string, string>>): FieldError[] {
  return Object.entries(asked).flatMap(([name, message]) => ((input[name] ?? '').trim() === '' ? [{ name, message }] : []));
}

/**
 * What the server said no to, as the summary above a form shows it.
 * @param field where a refusal leads that names no field of its own; empty where it is about none
 */
export function refusalErrors(refusal: ApiRefusal | undefined, field: string): readonly FieldError[] {
  if (!refusal) return [];
  return refusal.fields.length > 0 ? refusal.fields : [{ name: field, message: refusal.message }];
}

/** What is wrong with a form: what was left blank before it was sent, else what the server said no to. @param field as above */
export function inputErrors(blank: readonly FieldError[], refusal: ApiRefusal | undefined, field: string): readonly FieldError[] {
  return blank.length > 0 ? blank : refusalErrors(refusal, field);
}

/** The sentence that stands at a field. */
export function errorAt(errors: readonly FieldError[], name: string): string | undefined {
  return errors.find((it) => it.name === name)?.message;
}
