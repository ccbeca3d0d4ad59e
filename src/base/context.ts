import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Actor, Rights } from './rights.ts';

/** What every handler is given. `actor` is there wherever the contract asks for more than `public`. */
export interface Context {
  readonly database: Database;
  readonly clock: Clock;
  readonly rights: Rights;
  readonly actor: Actor | undefined;
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
