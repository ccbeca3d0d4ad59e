import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Actor, Rights } from './rights.ts';

/**
 * How far a log-in has come: `factor`: the second factor is missing; `password`: a new password is due; `enrol`: a second
 * factor must be set up; `full`: signed in. Whoever is not at `full` is nobody's actor.
 */
export type Stage = 'factor' | 'password' | 'enrol' | 'full';

/** What the surface knows of who asks, beside the actor. */
export interface Caller {
  /** The address that asks, as the server itself sees it. */
  readonly source: string;
  /** `https://host` under which people reach the platform, for passkeys; undefined where it is not known for sure. */
  readonly origin: string | undefined;
  readonly session: CallerSession | undefined;
  /** The city's single sign-on, where the platform knows one. */
  readonly issuer?: string | undefined;
}

/** A session, whatever its stage. */
export interface CallerSession {
  readonly account: string;
  readonly unit: string;
  readonly stage: Stage;
  /** Whether a second factor was shown within the last minutes. */
  readonly proved: boolean;
}

/** What every handler is given. `actor` is there wherever the contract asks for more than `public`. */
export interface Context {
  readonly database: Database;
  readonly clock: Clock;
  readonly rights: Rights;
  readonly actor: Actor | undefined;
  /** Given by the http surface. */
  readonly caller?: Caller;
  /** Whether the platform runs as a demonstration: one may enter without a password. */
  readonly demo: boolean;
  /** The request's id: its own for reads, the client's for writes. */
  readonly request: string;
  /** Sets (or, with null, clears) the session cookie on the answer. */
  setSession(token: string | null): void;
  /** The session token that came with the request. */
  readonly token: string | undefined;
}

/** The actor of an endpoint that asks for one; the surface has refused before where there is none. */
export function actorOf(context: Pick<Context, 'actor'>): Actor {
  if (!context.actor) throw new Error('this endpoint was mounted without asking for an actor');
  return context.actor;
}

/** The session of an endpoint that takes sessions under way. */
export function sessionOf(context: Pick<Context, 'caller'>): CallerSession {
  if (!context.caller?.session) throw new Error('this endpoint was mounted without asking for a session');
  return context.caller.session;
}
