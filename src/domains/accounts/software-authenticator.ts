import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import type { NewPasskey, PasskeyAnswer } from './passkeys.ts';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_KEY = 0x40;

/** What an authenticator or its browser may do wrong. */
export interface Wrongs {
  /** No PIN, finger or face was asked. */
  readonly unverified?: boolean;
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** Sent in the place of the signature. */
  readonly signature?: string;
}

/** A passkey as a device holds it, for tests: ES256, told by no browser. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(16).toString('base64url');
  readonly #origin: string;
  readonly #key: KeyObject;
  readonly #publicKey: Buffer;
  counter = 0;
  /** Passkeys that are synchronised between devices do not count: theirs stays 0. */
  counts = true;

  constructor(origin: string) {
    this.#origin = origin;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#key = privateKey;
    const { x, y } = publicKey.export({ format: 'jwk' });
    // COSE: 1 kty EC2, 3 alg ES256, -1 crv P-256, -2 x, -3 y.
    this.#publicKey = Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x!, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y!, 'base64url')]);
  }

  /** Answers a challenge for making a passkey. */
  make(challenge: string, wrongs: Wrongs = {}): NewPasskey {
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.from([0, id.length]);
    const data = Buffer.concat([this.#head(HAS_KEY, wrongs), Buffer.alloc(16), length, id, this.#publicKey]);
    // CBOR: a map of fmt "none", attStmt {}, authData.
    const object = Buffer.concat([Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'), Buffer.from([0x58, data.length]), data]);
    return { id: this.id, response: { clientDataJSON: this.#client('webauthn.create', challenge, wrongs).toString('base64url'), attestationObject: object.toString('base64url') } };
  }

  /** Answers a challenge for logging in. */
  use(challenge: string, wrongs: Wrongs = {}): PasskeyAnswer {
    if (this.counts) this.counter += 1;
    const data = this.#head(0, wrongs);
    const client = this.#client('webauthn.get', challenge, wrongs);
    const signature = createSign('sha256').update(data).update(createHash('sha256').update(client).digest()).sign(this.#key).toString('base64url');
    return { id: this.id, response: { clientDataJSON: client.toString('base64url'), authenticatorData: data.toString('base64url'), signature: wrongs.signature ?? signature } };
  }

  #head(flags: number, { unverified, rpId }: Wrongs): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const place = createHash('sha256').update(rpId ?? new URL(this.#origin).hostname).digest();
    return Buffer.concat([place, Buffer.from([flags | USER_PRESENT | (unverified ? 0 : USER_VERIFIED)]), counter]);
  }

  #client(type: string, challenge: string, wrongs: Wrongs): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge: wrongs.challenge ?? challenge, origin: wrongs.origin ?? this.#origin, crossOrigin: false }));
  }
}
