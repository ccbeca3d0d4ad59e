import { QueryClient } from '@tanstack/react-query';
import { ApiRefusal } from './api-refusal.ts';

/** A read is fresh for 10 s and tried once more if no answer came; a refusal is an answer. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 10_000, retry: (count, error) => count < 1 && mayRepeat(error) },
      mutations: { retry: false },
    },
  });
}

/** Whether the same request may be sent again as it is. */
export function mayRepeat(error: unknown): boolean {
  return error instanceof ApiRefusal && (error.status === 0 || error.status >= 502) && error.code !== 'unexpected';
}
