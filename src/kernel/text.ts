/** A name as it is compared: NFKC, without any blank. */
export function comparableName(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** Text of a cell or a field: blanks at both ends cut (full-width ones too), '' where only blanks are left. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u3000\uFEFF]+|[\s\u3000\uFEFF]+$/gu, '');
}

/** Words joined by 、 (or a comma or semicolon). */
export function listed(text: string): string[] {
  return text.split(/[、，,；;]/u).map(trimmed).filter(Boolean);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is an id as the ledger gives them. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
