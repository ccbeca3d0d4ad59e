import type { Client } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { queryOptions, type UseQueryOptions } from '@tanstack/react-query';
import { callEndpoint, type CallOptions, type RequestContext } from './client.ts';

type Read<Input, Output> = (undefined extends Input ? { input?: Input } : { input: Input }) & Omit<UseQueryOptions<Output>, 'queryKey' | 'queryFn'>;

interface Endpoint<Input, Output> {
  /** For `useWrite`. */
  call(input: Input, options?: CallOptions): Promise<Output>;
  /** For `useQuery`: `useQuery(api.dossier.queryOptions({ input: { id } }))`. */
  queryOptions(...read: undefined extends Input ? [read?: Read<Input, Output>] : [read: Read<Input, Output>]): UseQueryOptions<Output>;
}

type Queries<Calls> = Calls extends Client<RequestContext, infer Input, infer Output, infer _> ? Endpoint<Input, Output> : { readonly [Part in keyof Calls]: Queries<Calls[Part]> };

/** What a page reads and writes of one domain's contract: `createQueries<typeof boardContract>('board')`. */
export function createQueries<TContract extends AnyContractRouter>(...path: string[]): Queries<ContractRouterClient<TContract, RequestContext>> {
  const endpoint: Endpoint<unknown, unknown> = {
    call: (input, options) => callEndpoint(path, input, options),
    queryOptions: ({ input, ...options } = {}) => queryOptions({ ...options, queryKey: [...path, input], queryFn: ({ signal }) => callEndpoint(path, input, { signal }) }),
  };
  return new Proxy(endpoint, { get: (it, part) => Reflect.get(it, part) ?? (typeof part === 'string' ? createQueries(...path, part) : undefined) }) as unknown as Queries<ContractRouterClient<TContract, RequestContext>>;
}
