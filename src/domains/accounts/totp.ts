import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { type Keyed, openText, sealText } from '../../base/sealed-value.ts';

const STEP_MS = 30_000;
/** Six digits every 30 seconds by HMAC-SHA-1: what every authenticator app knows. */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** A seed of an authenticator app: 160 random bits. */
export function newSeed(): Uint8Array {
  return randomBytes(20);
}

/**
 * What an app is set up with.
 * @param issuer the platform's name
 * @returns the address that a QR code holds, and the seed in Base32 to be typed
 */
export function seedShown(seed: Uint8Array, issuer: string, login: string): { uri: string; secret: string } {
  const secret = secretOf(seed);
  return { uri: new TOTP({ ...KIND, secret, issuer, label: login }).toString(), secret: secret.base32 };
}

/** The step whose code this is. @param steps so many before and after the present one count */
export function stepOfCode(seed: Uint8Array, code: string, now: Date, steps: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = new TOTP({ ...KIND, secret: secretOf(seed) }).validate({ token: code, timestamp: now.getTime(), window: steps });
  return delta === null ? undefined : Math.floor(now.getTime() / STEP_MS) + delta;
}

/** A seed as the database keeps it: encrypted, and bound to its account. */
export function sealSeed(keyed: Keyed, account: string, seed: Uint8Array): Uint8Array {
  return sealText(keyed, `totp ${account}`, secretOf(seed).base32);
}

/** @throws Error where it was changed, moved from another account, or sealed by another key */
export function openSeed(keyed: Keyed, account: string, sealed: Uint8Array): Uint8Array {
  return Secret.fromBase32(openText(keyed, `totp ${account}`, sealed)).bytes;
}

function secretOf(seed: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(seed).buffer });
}
