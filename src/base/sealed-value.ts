import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { AuditKeys } from './audit-keys.ts';

/** What holds the platform's keys: a database or a transaction that the app opened. */
export interface Keyed {
  readonly auditKeys: AuditKeys | undefined;
}

const NONCE = 12;
const TAG = 16;

/** A text as the database keeps it: AES-256-GCM, bound to its place; nonce, tag, ciphertext. @param place `person.phone <id>`: moved elsewhere it does not open */
export function sealText(keyed: Keyed, place: string, text: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyFor(keyed, 'values'), nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** @throws Error where it was changed, moved from another place, or sealed by another key */
export function openText(keyed: Keyed, place: string, sealed: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(keyed, 'values'), sealed.subarray(0, NONCE)).setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
}

/** The same for the same text, and nothing to be guessed from: for telling two inputs apart that may not be kept. */
export function fingerprint(keyed: Keyed, text: string): string {
  return createHmac('sha256', keyFor(keyed, 'fingerprints')).update(text).digest('hex');
}

function keyFor({ auditKeys }: Keyed, use: string): Buffer {
  if (!auditKeys) throw new Error('this database was opened without keys');
  return Buffer.from(hkdfSync('sha256', auditKeys.mac.export(), new Uint8Array(), `tandem ${use}`, 32));
}
