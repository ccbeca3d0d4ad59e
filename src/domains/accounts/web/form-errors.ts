import type { ApiRefusal, FieldError } from '../../../ui/api-refusal.ts';

/** The fields that were left empty, each with the words that ask for it, in the order in which they are asked. */
export function blankErrors(input: Readonly<Record<string, string>>, asked: Readonly<Record<string, string>>): FieldError[] {
  return Object.entries(asked).flatMap(([name, message]) => ((input[name] ?? '').trim() === '' ? [{ name, message }] : []));
}

/**
 * What the server said no to, as the summary above a form shows it.
 * @param field where a refusal leads that names no field of its own
 */
export function refusalErrors(refusal: ApiRefusal | undefined, field: string): FieldError[] {
  if (!refusal) return [];
  return refusal.fields.length > 0 ? [...refusal.fields] : [{ name: field, message: refusal.message }];
}
