import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { Skeleton } from './Skeleton.tsx';

export interface LoadedProps<Data> {
  /** What `useQuery` gave. */
  query: { data: Data | undefined; error: unknown; refetch: () => unknown };
  /** Stands in while nothing has come; three lines unless told. */
  waiting?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** A query's data, or that it is being read, or why it could not be. Data already read stays while it is refreshed. */
export function Loaded<Data>({ query, waiting, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState error={query.error} title="没有读出来" onRetry={() => void query.refetch()} />;
  return waiting ?? <Skeleton />;
}
