import { oc } from '@orpc/contract';

/** What an endpoint asks for: `public`, `signed-in`, or a right that the actor's role must have. */
export type EndpointRight = 'public' | 'signed-in' | `${string}:${string}`;

/** Where every contract begins. A route that names no right does not mount. */
export const endpoint = oc.$meta<{ right?: EndpointRight }>({});
