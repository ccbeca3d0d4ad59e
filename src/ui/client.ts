import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { refusalOfCall } from './api-refusal.ts';
import { newRequestId } from './request-id.ts';

/** What a single call may be given: the id under which a write is sent again after a lost answer. */
export interface RequestContext {
  requestId?: string;
}

let leave: () => void = () => {};

/** Names what happens when the server no longer knows who is asking; the work platform goes to its log-in page. */
export function whenSignedOut(act: () => void): void {
  leave = act;
}

let prove: () => Promise<boolean> = async () => false;

/** Names what happens when the server wants the second factor shown again; it tells whether that was done. */
export function whenProofAsked(act: () => Promise<boolean>): void {
  prove = act;
}

const link = new RPCLink<RequestContext>({
  url: () => `${location.origin}/rpc`,
  headers: ({ context }) => (context.requestId === undefined ? {} : { 'x-request-id': context.requestId }),
  fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
  interceptors: [
    async ({ next, ...options }) => {
      const requestId = options.context.requestId ?? newRequestId();
      const send = async (proved: boolean): Promise<unknown> => {
        try {
          return await next({ ...options, context: { ...options.context, requestId } });
        } catch (error) {
          if (options.signal?.aborted) throw error;
          const refusal = refusalOfCall(error, requestId);
          if (refusal.status === 401) leave();
          // Nothing was done: the same request again under its id, once.
          if (refusal.code === 'step-up' && !proved && (await prove())) return send(true);
          throw refusal;
        }
      };
      return send(false);
    },
  ],
});

/**
 * The typed client of a contract: `createClient<typeof contract>()` for the whole, `createClient<typeof contract>('board')`
 * for one domain's own part. Import the contract as a type only.
 */
export function createClient<TContract extends AnyContractRouter>(...path: string[]): ContractRouterClient<TContract, RequestContext> {
  return createORPCClient(link, { path });
}
