import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type ApiRefusal, asRefusal } from './api-refusal.ts';
import type { RequestContext } from './client.ts';
import { mayRepeat } from './query-client.ts';
import { newRequestId } from './request-id.ts';

export interface Write<Input, Output> {
  send(input: Input): void;
  busy: boolean;
  refusal: ApiRefusal | undefined;
  output: Output | undefined;
  reset(): void;
}

const written = (input: unknown): string | undefined => JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));

/**
 * A write by one request id: where no answer came, it is sent once more under the same id, and again under it when the
 * person repeats the same input, so it takes effect once. Afterwards every figure on the page is read anew.
 * @param call an endpoint of the client: `useWrite(api.projects.declare, (project) => …)`
 */
export function useWrite<Input, Output>(
  call: (input: Input, options: { context: RequestContext }) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
): Write<Input, Output> {
  const queries = useQueryClient();
  const open = useRef<{ id: string; input: string | undefined } | undefined>(undefined);
  const mutation = useMutation<Output, Error, Input>({
    mutationFn: (input) => {
      const text = written(input);
      if (!open.current || open.current.input !== text) open.current = { id: newRequestId(), input: text };
      return call(input, { context: { requestId: open.current.id } });
    },
    retry: (count, error) => count < 1 && mayRepeat(error),
    onSuccess: async (output, input) => {
      open.current = undefined;
      onDone?.(output, input);
      await queries.invalidateQueries();
    },
    onError: (error) => {
      if (!mayRepeat(error)) open.current = undefined;
    },
  });
  return {
    send: mutation.mutate,
    busy: mutation.isPending,
    refusal: mutation.error ? asRefusal(mutation.error) : undefined,
    output: mutation.data,
    reset: mutation.reset,
  };
}
