/** A name as it is compared: NFKC, without any blank. */
export function comparableName(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** Text of a cell or a field: blanks at both ends cut (full-width ones too), '' where only blanks are left. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u3000\uFEFF]+|[\s\u3000\uFEFF]+$/gu, '');
}
