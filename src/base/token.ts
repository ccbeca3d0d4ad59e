import { hash, randomBytes } from 'node:crypto';

/** 32 random bytes, for who shows them to be known by. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database knows of a token: 32 random bytes need no key and no salt. */
export function hashToken(token: string): Uint8Array {
  return hash('sha256', token, 'buffer');
}
