import type { ApiRefusal, FieldError } from '../../../ui/api-refusal.ts';

/** A field of a form, and what it is called in the server's sentences. */
export interface Place {
  name: string;
  label: string;
}

/**
 * What the server said no to, each sentence at the field that it names as “…”; what names none stands above the form.
 * @param places the longest label that a sentence names wins
 */
export function placeRefusal(refusal: Pick<ApiRefusal, 'message' | 'details'> | undefined, places: readonly Place[]): FieldError[] {
  if (!refusal) return [];
  const sentences = refusal.details.length > 0 ? refusal.details : [refusal.message];
  const longest = [...places].sort((a, b) => b.label.length - a.label.length);
  return sentences.map((message) => ({ name: longest.find((it) => message.includes(`“${it.label}”`) || message.startsWith(it.label))?.name ?? '', message }));
}
