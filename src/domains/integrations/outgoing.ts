import { lookup as systemLookup } from 'node:dns/promises';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';
import { readTarget, type TargetRules } from './target.ts';

const PATIENCE_MS = 5_000;
const MOST_BYTES = 1024 * 1024;

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** What tests give in place of the world: names, which addresses are let through, and whose certificates are believed. */
export interface OutgoingParts {
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
  readonly mayReach?: (address: string) => boolean;
  readonly ca?: string;
}

/** Why nothing was delivered, in a word that may be kept and shown. */
export class Undelivered extends Error {
  readonly why: string;

  constructor(why: string) {
    super(why);
    this.why = why;
  }
}

/**
 * The one way out of the platform: https to allowed hosts, at public addresses alone. A name is resolved once, every address of it is
 * checked, and the connection goes to the checked address; no redirect is followed, and five seconds and 1 MiB are all that is waited for.
 */
export class Outgoing {
  readonly #rules: TargetRules;
  readonly #resolve: (host: string) => Promise<readonly Address[]>;
  readonly #mayReach: (address: string) => boolean;
  readonly #ca: string | undefined;

  constructor(rules: TargetRules, { resolve, mayReach, ca }: OutgoingParts = {}) {
    this.#rules = rules;
    this.#resolve = resolve ?? ((host) => systemLookup(host, { all: true, verbatim: true }));
    this.#mayReach = mayReach ?? isPublicAddress;
    this.#ca = ca;
  }

  /**
   * Sends a body once.
   * @param signal ends it early
   * @throws Undelivered where it was not answered with 2xx; Refusal where it may not go there
   */
  async post(target: string, headers: Readonly<Record<string, string>>, body: string, signal?: AbortSignal): Promise<void> {
    const url = readTarget(target, this.#rules);
    const limits = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(signal ? [signal] : [])]);
    const address = await unlessAborted(limits, this.#checkedAddress(url.hostname));
    const status = await this.#send(url, address, headers, body, limits);
    if (status < 200 || status > 299) throw new Undelivered(status >= 300 && status < 400 ? `redirect ${status}` : `status ${status}`);
  }

  /** One of a host's addresses, all of which may be reached. */
  async #checkedAddress(host: string): Promise<Address> {
    if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) throw new Undelivered('address');
    const found = await this.#resolve(host).catch(() => []);
    if (found.length === 0) throw new Undelivered('unknown host');
    if (!found.every((it) => this.#mayReach(it.address))) throw new Undelivered('private address');
    return found[0]!;
  }

  #send(url: URL, { address, family }: Address, headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal): Promise<number> {
    // Whatever name is asked for, the answer is the address that was checked.
    const lookup: LookupFunction = (_host, options, done) => (options.all ? done(null, [{ address, family }]) : done(null, address, family));
    return new Promise((resolve, reject) => {
      const fail = (error: NodeJS.ErrnoException): void => reject(signal.aborted ? lateOrStopped(signal) : new Undelivered(error.code?.toLowerCase() ?? 'broken off'));
      const sent = request(url, { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, lookup, agent: false, signal, ...(this.#ca !== undefined && { ca: this.#ca }) }, (answer) => {
        let size = 0;
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > MOST_BYTES) answer.destroy(Object.assign(new Error(), { code: 'too long' }));
        });
        answer.on('error', fail);
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      });
      sent.on('error', fail);
      sent.end(body);
    });
  }
}

function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([work, new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(lateOrStopped(signal)), { once: true }))]);
}

function lateOrStopped(signal: AbortSignal): Undelivered {
  return new Undelivered((signal.reason as Error | undefined)?.name === 'TimeoutError' ? 'no answer in time' : 'stopped');
}
