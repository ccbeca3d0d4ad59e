import type { ApiRefusal, FieldError } from '../../../ui/api-refusal.ts';

/** What is wrong with a form: what was left blank before it is sent, else what the server said no to. @param field where a refusal leads that names none */
export function inputErrors(blank: readonly FieldError[], refusal: ApiRefusal | undefined, field: string): readonly FieldError[] {
  if (blank.length > 0 || !refusal) return blank;
  return refusal.fields.length > 0 ? refusal.fields : [{ name: field, message: refusal.message }];
}
