import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { fingerprint, type Keyed } from '../../base/sealed-value.ts';
import type { Transaction } from '../../base/transaction.ts';

/** Minutes in which a passkey must answer. */
const MINUTES = 5;
const NONCE = 24;
const TIME = 6;

/**
 * A challenge for a passkey: random, dated and signed, so that nothing is kept until it is answered.
 * @param purpose what it is good for: `sign-in`, or `enrol <account>`
 */
export function makeChallenge(keyed: Keyed, purpose: string, now: Date): Uint8Array<ArrayBuffer> {
  const body = Buffer.concat([randomBytes(NONCE), Buffer.alloc(TIME)]);
  body.writeUIntBE(now.getTime(), NONCE, TIME);
  return Uint8Array.from(Buffer.concat([body, sign(keyed, purpose, body)]));
}

/** Whether a challenge is ours, for this purpose, and not older than five minutes. @param challenge base64url */
export function isChallenge(keyed: Keyed, purpose: string, challenge: string, now: Date): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== NONCE + TIME + 32) return false;
  const body = bytes.subarray(0, NONCE + TIME);
  const age = now.getTime() - body.readUIntBE(NONCE, TIME);
  // Another process may have made it whose clock runs a little ahead.
  return age > -60_000 && age < MINUTES * 60_000 && timingSafeEqual(bytes.subarray(NONCE + TIME), sign(keyed, purpose, body));
}

/** @returns false where the challenge was answered before */
export async function useChallenge(tx: Transaction, challenge: string, now: Date): Promise<boolean> {
  await tx.query('delete from used_challenge where challenge_hash = any(array(select challenge_hash from used_challenge where expires_at < $1 for update skip locked))', [now]);
  const { rowCount } = await tx.query('insert into used_challenge (challenge_hash, expires_at) values ($1, $2) on conflict do nothing', [
    createHash('sha256').update(challenge).digest(),
    new Date(now.getTime() + 2 * MINUTES * 60_000),
  ]);
  return rowCount === 1;
}

function sign(keyed: Keyed, purpose: string, body: Uint8Array): Buffer {
  return Buffer.from(fingerprint(keyed, `passkey challenge, ${purpose}: ${Buffer.from(body).toString('hex')}`), 'hex');
}
