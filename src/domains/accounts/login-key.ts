/** Blanks, control characters, and all that is written but not seen: zero-width characters, soft hyphens, selectors. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

/** A login name as it is kept and shown: NFKC, without blanks and what is not seen. */
export function loginShown(text: string): string {
  return text.replace(UNSEEN, '').normalize('NFKC').replace(UNSEEN, '');
}

/** A login name as it is compared: two that look alike in case, width or unseen characters are one. */
export function loginKey(text: string): string {
  // By way of the upper case: some letters have two lower-case forms (ς and σ), or no upper-case one of their own (ß).
  return loginShown(loginShown(text).toLowerCase().toUpperCase().toLowerCase());
}
