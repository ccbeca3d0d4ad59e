import { createHash, randomBytes } from 'node:crypto';

/** Letters and digits that are not taken for each other. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A one-time code of 100 random bits: `K7M2Q-…`, four groups of five. */
export function newSetupCode(): string {
  const letters = Array.from(randomBytes(20), (it) => ALPHABET[it % ALPHABET.length]).join('');
  return letters.match(/.{5}/g)!.join('-');
}

/** What the database keeps of it; case, blanks and hyphens do not matter. */
export function hashSetupCode(code: string): Uint8Array {
  const letters = code.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/g, '');
  return createHash('sha256').update(letters).digest();
}
