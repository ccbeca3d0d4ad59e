import { oc } from '@orpc/contract';
import type { Stage } from './context.ts';

/**
 * What an endpoint asks for: `public`, `signed-in`, or a right that the actor's role must have. `half-signed-in` takes
 * sessions that are under way too, at the stages that `stages` names.
 */
export type EndpointRight = 'public' | 'signed-in' | 'half-signed-in' | `${string}:${string}`;

/** What stands beside every endpoint. */
export interface EndpointMeta {
  readonly right?: EndpointRight;
  /** For `half-signed-in`: where one may be. */
  readonly stages?: readonly Stage[];
  /** Asks for a second factor shown within the last minutes: before what cannot be taken back. */
  readonly stepUp?: boolean;
}

/** Where every contract begins. A route that names no right does not mount. */
export const endpoint = oc.$meta<EndpointMeta>({});
