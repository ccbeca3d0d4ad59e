import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { ApiRefusal, refusalOfAnswer, unreachable } from './api-refusal.ts';
import { newRequestId } from './request-id.ts';

/** What a single call may be given: the id under which a write is sent again after a lost answer. */
export interface RequestContext {
  requestId?: string;
}

export interface CallOptions {
  context?: RequestContext;
  signal?: AbortSignal | undefined;
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

/** Calls an endpoint. @throws ApiRefusal for whatever is no answer, and what the signal breaks off as the browser throws it */
export async function callEndpoint(path: readonly string[], input: unknown, { context, signal }: CallOptions = {}): Promise<unknown> {
  const requestId = context?.requestId ?? newRequestId();
  const send = async (proved: boolean): Promise<unknown> => {
    try {
      return await ask(path, input, requestId, signal);
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      if (error.status === 401) leave();
      // Nothing was done: the same request again under its id, once.
      if (error.code === 'step-up' && !proved && (await prove())) return send(true);
      throw error;
    }
  };
  return send(false);
}

/** One request in the form of the surface's typed calls: `{ json }` there and back. */
async function ask(path: readonly string[], input: unknown, requestId: string, signal: AbortSignal | undefined): Promise<unknown> {
  const request = { method: 'POST', body: JSON.stringify({ json: input }), headers: { 'content-type': 'application/json', 'x-request-id': requestId }, credentials: 'same-origin', redirect: 'error', signal: signal ?? null } as const;
  const unanswered = (error: unknown) => {
    throw signal?.aborted ? error : unreachable(requestId);
  };
  const response = await fetch(`${location.origin}/rpc/${path.join('/')}`, request).catch(unanswered);
  const answer = (await response.json().catch(unanswered)) as { json?: unknown; meta?: readonly unknown[] };
  if (!response.ok) throw refusalOfAnswer(response.status, answer.json ?? answer, requestId);
  // A value that JSON has no word for; the surface answers none.
  if (answer.meta?.length) throw new Error(`${path.join('.')} answers what is no plain JSON`);
  return answer.json;
}

/**
 * The typed client of a contract: `createClient<typeof contract>()` for the whole, `createClient<typeof contract>('board')`
 * for one domain's own part. Import the contract as a type only: its schemas are the server's.
 */
export function createClient<TContract extends AnyContractRouter>(...path: string[]): ContractRouterClient<TContract, RequestContext> {
  const call = (input: unknown, options?: CallOptions) => callEndpoint(path, input, options);
  // Whoever waits for a client itself asks it for `then`; it has none.
  return new Proxy(call, { get: (_, part) => (typeof part === 'string' && part !== 'then' ? createClient(...path, part) : undefined) }) as unknown as ContractRouterClient<TContract, RequestContext>;
}
